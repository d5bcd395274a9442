import Link from 'next/link';
import { Badge } from '#components/ui/badge.tsx';
import type { PersonRow } from '#lib/contracts/people.ts';
import { UtcDay } from '../utc-day.tsx';
import { personName, roleNames } from './people-words.ts';

export function PeopleList({ items }: { items: PersonRow[] }) {
  return (
    <ul className="border-t border-line text-sm">
      {items.map((person) => (
        <li
          key={person.id}
          className="relative flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line py-3 hover:bg-sunken"
        >
          <span className="min-w-0 flex-1 basis-56 break-words">
            <Link
              href={`/admin/people/${person.id}`}
              className="font-medium after:absolute after:inset-0"
            >
              {personName(person)}
            </Link>
            {person.name && person.email && (
              <span className="block text-label text-ink-soft">{person.email}</span>
            )}
          </span>
          <span className="flex gap-2">
            {person.suspendedAt && <Badge tone="warning">Suspended</Badge>}
            <Badge tone={person.role === 'ADMIN' ? 'info' : 'neutral'}>
              {person.isGuest ? 'Guest' : roleNames[person.role]}
            </Badge>
          </span>
          <span className="w-28 text-ink-soft tabular-nums sm:text-right">
            {person.tryOns} try-on{person.tryOns === 1 ? '' : 's'}
          </span>
          <span className="w-28 text-ink-soft sm:text-right">
            <UtcDay instant={person.createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
