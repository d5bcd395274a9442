'use client';

import { Copy } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Notice } from '#components/ui/notice.tsx';
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
      {sent && <InvitationLink {...sent} />}
    </div>
  );
}

function InvitationLink({ email, link }: { email: string; link: string }) {
  const text = useRef<HTMLElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      toast.success('The link is copied.');
    } catch {
      // There is no clipboard on plain-http origins, and it may be forbidden.
      if (text.current) window.getSelection()?.selectAllChildren(text.current);
      toast('The link is marked: copy it with Ctrl+C or ⌘C.');
    }
  };
  return (
    <Notice
      kind="success"
      role="status"
      title={`Send this link to ${email}`}
      actions={
        <Button variant="secondary" size="small" onClick={() => void copy()}>
          <Copy aria-hidden /> Copy the link
        </Button>
      }
    >
      <code ref={text} className="font-mono text-label break-all select-all">
        {link}
      </code>
      <p className="text-ink-soft">
        Nothing is mailed from here. It works once, for seven days, for the account with that
        address, and is shown only now.
      </p>
    </Notice>
  );
}
