'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { LinkToCopy } from '#components/ui/link-to-copy.tsx';
import { Select } from '#components/ui/select.tsx';
import { inviteBody } from '#lib/contracts/team.ts';
import type { ShopRole } from '#lib/domain/shop-role.ts';
import { roleWords } from './role-words.ts';

interface InviteFormProps {
  busy: boolean;
  /** Resolves to the link, or to null when it was refused. */
  onInvite: (email: string, role: ShopRole) => Promise<string | null>;
}

export function InviteForm({ busy, onInvite }: InviteFormProps) {
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<ShopRole>('EDITOR');
  const [error, setError] = useState<string | null>(null);
  const [sent, setSent] = useState<{ email: string; link: string } | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const parsed = inviteBody.safeParse({ email, role });
    if (!parsed.success) {
      setError(parsed.error.issues[0]?.message ?? null);
      return;
    }
    const link = await onInvite(parsed.data.email, role);
    if (!link) return;
    setSent({ email: parsed.data.email, link });
    setEmail('');
  };

  return (
    <div className="grid gap-4">
      <form
        noValidate
        aria-label="Invite somebody"
        onSubmit={(event) => void submit(event)}
        className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_10rem_auto]"
      >
        <Field label="Email address of their account" error={error}>
          {(control) => (
            <Input
              {...control}
              type="email"
              autoComplete="off"
              value={email}
              onChange={(event) => {
                setEmail(event.target.value);
                setError(null);
              }}
            />
          )}
        </Field>
        <Field label="Role">
          {(control) => (
            <Select
              {...control}
              value={role}
              onChange={(event) => setRole(event.target.value as ShopRole)}
            >
              {roleWords.map((one) => (
                <option key={one.role} value={one.role}>
                  {one.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit" disabled={busy} className="sm:mt-6.5">
          Make an invitation
        </Button>
      </form>
      {sent && (
        <LinkToCopy title={`Send this link to ${sent.email}`} link={sent.link}>
          Nothing is mailed from here. It works once, for seven days, for the account with that
          address, and is shown only now.
        </LinkToCopy>
      )}
    </div>
  );
}
