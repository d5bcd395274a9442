import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { CopyableId } from '#components/admin/copyable-id.tsx';
import { Figures } from '#components/admin/figures.tsx';
import { personName } from '#components/admin/people/people-words.ts';
import { PersonSettings } from '#components/admin/people/person-settings.tsx';
import { UtcDay } from '#components/admin/utc-day.tsx';
import { roleName } from '#components/merchant/team/role-words.ts';
import { PageHeading, SectionHeading } from '#components/ui/heading.tsx';
import { personParams } from '#lib/contracts/people.ts';
import { getPerson } from '#lib/server/use-cases/get-person.ts';
import { foundOrNot } from '../../../merchant/at-door.ts';
import { adminAtDoor } from '../../at-door.tsx';

export const metadata: Metadata = { title: 'Person' };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function PersonPage({ params }: Props) {
  const { data } = personParams.safeParse(await params);
  if (!data) notFound();
  const { actor, refusal } = await adminAtDoor(`/admin/people/${data.id}`);
  if (!actor) return refusal;
  const person = await foundOrNot(getPerson(actor, data.id));
  const { id, email, tryOns, looks, cases, openCases, createdAt, shops } = person;
  return (
    <>
      <PageHeading
        title={personName(person)}
        lead={
          <>
            {email && `${email} · `}
            {person.isGuest ? 'a guest since ' : 'here since '}
            <UtcDay instant={createdAt} />
          </>
        }
      />
      <CopyableId name="id" id={id} />
      <Figures
        items={[
          ['Try-ons', tryOns],
          ['Looks', looks],
          [
            'Cases',
            cases === 0 ? (
              0
            ) : (
              <Link key="cases" href={`/admin?person=${id}&status=any`} className="text-link">
                {cases}, {openCases} open
              </Link>
            ),
          ],
          [
            'Changes',
            <Link key="audit" href={`/admin/audit?id=${id}`} className="text-link">
              Audit log
            </Link>,
          ],
        ]}
      />
      {shops.length > 0 && (
        <section aria-labelledby="shops" className="grid gap-2">
          <SectionHeading id="shops">Shops</SectionHeading>
          <ul className="text-sm">
            {shops.map(({ slug, name, role }) => (
              <li key={slug} className="flex flex-wrap gap-x-3 py-1.5">
                <Link href={`/admin/shops/${slug}`} className="text-link">
                  {name}
                </Link>
                <span className="text-ink-soft">{roleName(role)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <PersonSettings person={person} isSelf={id === actor.userId} />
    </>
  );
}
