import type { Metadata } from 'next';
import { NextPage } from '#components/admin/next-page.tsx';
import { PeopleList } from '#components/admin/people/people-list.tsx';
import { peopleHref, roleNames, shownNames } from '#components/admin/people/people-words.ts';
import { SearchForm } from '#components/admin/search-form.tsx';
import { ChoiceLinks } from '#components/ui/choice-links.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { Select } from '#components/ui/select.tsx';
import { peopleQuery, roles } from '#lib/contracts/people.ts';
import { listPeople } from '#lib/server/use-cases/list-people.ts';
import { adminAtDoor } from '../at-door.tsx';

export const metadata: Metadata = { title: 'People' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PeoplePage({ searchParams }: Props) {
  const { role: given, ...rest } = await searchParams;
  const role = given || undefined;
  const query = peopleQuery.catch(peopleQuery.parse({})).parse({ ...rest, role });
  const { actor, refusal } = await adminAtDoor(peopleHref(query));
  if (!actor) return refusal;
  const { items, nextCursor } = await listPeople(actor, query);
  const first = { ...query, cursor: undefined };
  return (
    <>
      <PageHeading
        title="People"
        lead="Everybody with an account, and guests where you ask for them."
      />
      <SearchForm
        key={query.search}
        action="/admin/people"
        hint="Name, mail address or id"
        search={query.search}
      >
        <Field label="Role" className="w-36">
          {(control) => (
            <Select name="role" defaultValue={query.role ?? ''} {...control}>
              <option value="">All</option>
              {roles.map((one) => (
                <option key={one} value={one}>
                  {roleNames[one]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {query.show !== 'accounts' && <input type="hidden" name="show" value={query.show} />}
      </SearchForm>
      <ChoiceLinks
        label="Whom to show"
        choices={shownNames.map(([show, name]) => ({
          href: peopleHref({ ...first, show }),
          name,
          here: query.show === show,
        }))}
      />
      {items.length > 0 ? (
        <PeopleList items={items} />
      ) : (
        <EmptyState title="Nobody fits">Ask for part of a name, or for somebody else.</EmptyState>
      )}
      <NextPage
        first={query.cursor ? peopleHref(first) : null}
        next={nextCursor && peopleHref({ ...query, cursor: nextCursor })}
      />
    </>
  );
}
