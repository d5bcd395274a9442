'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Select } from '#components/ui/select.tsx';
import type { Team } from '#lib/contracts/team.ts';
import type { ShopRole } from '#lib/domain/shop-role.ts';
import { useShop } from '../shop-context.tsx';
import { InviteForm } from './invite-form.tsx';
import { roleName, roleWords } from './role-words.ts';
import { useTeam } from './use-team.ts';

type Member = Team['members'][number];

// One time zone for server and browser, or the two would print different days.
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** @property self user id of the person at the screen. */
export function TeamRoom({ initial, self }: { initial: Team; self: string }) {
  const { name, isOwner } = useShop();
  const router = useRouter();
  const { team, busy, invite, revoke, setRole, remove } = useTeam(initial);
  const [leaving, setLeaving] = useState<Member | null>(null);

  const confirm = async () => {
    if (!leaving) return;
    const done = await remove(leaving.userId);
    setLeaving(null);
    if (done && leaving.userId === self) router.push('/');
  };

  return (
    <div className="grid gap-12">
      {isOwner && (
        <section aria-labelledby="invite" className="grid gap-5">
          <SectionHeading id="invite">Invite somebody</SectionHeading>
          <InviteForm busy={busy} onInvite={invite} />
        </section>
      )}
      <section aria-labelledby="members" className="grid gap-2">
        <SectionHeading id="members">People</SectionHeading>
        <ul>
          {team.members.map((member) => (
            <MemberLine
              key={member.userId}
              member={member}
              isSelf={member.userId === self}
              mayChange={isOwner}
              busy={busy}
              onRole={(role) => void setRole(member.userId, role)}
              onLeave={() => setLeaving(member)}
            />
          ))}
        </ul>
        <dl className="mt-2 grid gap-1 text-label text-ink-soft">
          {roleWords.map(({ role, name: word, may }) => (
            <div key={role} className="flex gap-2">
              <dt className="w-14 font-medium">{word}</dt>
              <dd>{may}</dd>
            </div>
          ))}
        </dl>
      </section>
      {team.invitations.length > 0 && (
        <section aria-labelledby="invitations" className="grid gap-2">
          <SectionHeading id="invitations">Invitations that wait</SectionHeading>
          <ul>
            {team.invitations.map(({ id, email, role, expiresAt }) => (
              <li
                key={id}
                className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-3 text-sm"
              >
                <span className="min-w-0 flex-1 break-words">
                  <span className="font-medium">{email}</span>
                  <span className="block text-label text-ink-soft">
                    {roleName(role)} · until {day.format(new Date(expiresAt))}
                  </span>
                </span>
                {isOwner && (
                  <Button
                    variant="quiet"
                    size="small"
                    disabled={busy}
                    onClick={() => void revoke(id)}
                  >
                    Take back<span className="sr-only"> the invitation of {email}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={leaving?.userId === self ? `Leave ${name}?` : `Take ${nameOf(leaving)} out?`}
        confirmLabel={leaving?.userId === self ? 'Leave the team' : 'Take out of the team'}
        busy={busy}
        onConfirm={() => void confirm()}
      >
        {leaving?.userId === self
          ? 'You will no longer get into this back office. An owner can invite you again.'
          : 'This person will no longer get into this back office. What they did stays, and you can invite them again.'}
      </ConfirmDialog>
    </div>
  );
}

interface MemberLineProps {
  member: Member;
  isSelf: boolean;
  mayChange: boolean;
  busy: boolean;
  onRole: (role: ShopRole) => void;
  onLeave: () => void;
}

function MemberLine({ member, isSelf, mayChange, busy, onRole, onLeave }: MemberLineProps) {
  const { email, role, since } = member;
  const name = nameOf(member);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3 text-sm">
      <span className="min-w-0 flex-1 basis-48 break-words">
        <span className="font-medium">{name}</span>
        {isSelf && <span className="text-ink-soft"> (you)</span>}
        <span className="block text-label text-ink-soft">
          {email && email !== name && `${email} · `}since {day.format(new Date(since))}
        </span>
      </span>
      {mayChange ? (
        <Select
          aria-label={`Role of ${name}`}
          value={role}
          disabled={busy}
          onChange={(event) => onRole(event.target.value as ShopRole)}
          className="w-32"
        >
          {roleWords.map((one) => (
            <option key={one.role} value={one.role}>
              {one.name}
            </option>
          ))}
        </Select>
      ) : (
        <span className="text-ink-soft">{roleName(role)}</span>
      )}
      {(mayChange || isSelf) && (
        <Button variant="quiet" size="small" disabled={busy} onClick={onLeave}>
          {isSelf ? 'Leave' : 'Take out'}
          {!isSelf && <span className="sr-only"> {name}</span>}
        </Button>
      )}
    </li>
  );
}

const nameOf = (member: Member | null) => member?.name ?? member?.email ?? 'this person';
