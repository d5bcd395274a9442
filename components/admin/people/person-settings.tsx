'use client';

import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { fetchNothing, jsonBody } from '#lib/client/fetch-json.ts';
import { type PersonView, roles } from '#lib/contracts/people.ts';
import { readNumber } from '../read-number.ts';
import { Suspension } from '../suspension.tsx';
import { useChange } from '../use-change.ts';
import { personName, roleNames } from './people-words.ts';

/** @property isSelf it is the person at the screen. */
export function PersonSettings({ person, isSelf }: { person: PersonView; isSelf: boolean }) {
  const path = `/api/admin/people/${person.id}`;
  const fixed = isSelf
    ? 'Another admin must change your role.'
    : person.suspendedAt
      ? 'Lift the suspension first.'
      : null;
  return (
    <div className="grid gap-10">
      {!person.isGuest && (
        <section aria-labelledby="role" className="grid gap-4">
          <SectionHeading id="role">Role</SectionHeading>
          <RoleField key={person.role} path={path} role={person.role} fixed={fixed} />
        </section>
      )}
      <section aria-labelledby="allowance" className="grid gap-4">
        <SectionHeading id="allowance">Try-ons in a day</SectionHeading>
        <AllowanceField key={person.dailyTryOns} path={path} person={person} />
      </section>
      {person.role !== 'ADMIN' && (
        <section aria-labelledby="suspension" className="grid gap-4">
          <SectionHeading id="suspension">Suspension</SectionHeading>
          <Suspension
            path={`${path}/suspension`}
            name={personName(person)}
            suspendedAt={person.suspendedAt}
            reason={person.suspendedReason}
            effects={{
              suspended:
                'Signed out at once, and cannot sign in. Photos, looks and the bag stay where they are.',
              lifted: 'Can sign in again, and finds everything as it was.',
            }}
          />
        </section>
      )}
    </div>
  );
}

interface RoleFieldProps {
  path: string;
  role: PersonView['role'];
  /** Why it cannot be changed. */
  fixed: string | null;
}

function RoleField({ path, role, fixed }: RoleFieldProps) {
  const { busy, run } = useChange();
  const [chosen, setChosen] = useState(role);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(() =>
      fetchNothing(`${path}/role`, { ...jsonBody({ role: chosen }), method: 'PUT' }),
    );
    if (done) toast.success(`The role is ${roleNames[chosen].toLowerCase()} now.`);
  };
  return (
    <form onSubmit={(event) => void save(event)} className="flex flex-wrap items-start gap-3">
      <Field
        label="What they may use"
        hint={fixed ?? 'It holds from the next page on.'}
        className="flex-1 basis-64 max-w-sm"
      >
        {(control) => (
          <Select
            value={chosen}
            disabled={fixed !== null}
            onChange={(event) => setChosen(event.target.value as PersonView['role'])}
            {...control}
          >
            {roles.map((one) => (
              <option key={one} value={one}>
                {roleNames[one]}
                {meanings[one]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button
        type="submit"
        variant="secondary"
        className="mt-[1.625rem]"
        disabled={busy || chosen === role}
      >
        Change
      </Button>
    </form>
  );
}

const meanings: Record<PersonView['role'], string> = {
  SHOPPER: '',
  MERCHANT: ', and the back office of their shops',
  ADMIN: ', and this console',
};

function AllowanceField({ path, person }: { path: string; person: PersonView }) {
  const { busy, errors, run } = useChange();
  const [text, setText] = useState(person.dailyTryOns === null ? '' : String(person.dailyTryOns));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const body = jsonBody({ dailyTryOns: readNumber(text) });
    const done = await run(() => fetchNothing(`${path}/allowance`, { ...body, method: 'PUT' }));
    if (done) toast.success('Saved.');
  };
  return (
    <form onSubmit={(event) => void save(event)} className="flex flex-wrap items-start gap-3">
      <Field
        label="An allowance of their own"
        optional
        hint={`In any 24 hours. Without one it is ${person.usualDailyTryOns}.`}
        error={errors.dailyTryOns}
        className="max-w-sm flex-1 basis-64"
      >
        {(control) => (
          <Input
            inputMode="numeric"
            value={text}
            onChange={(event) => setText(event.target.value)}
            {...control}
          />
        )}
      </Field>
      <Button type="submit" variant="secondary" className="mt-[1.625rem]" disabled={busy}>
        Save
      </Button>
    </form>
  );
}
