import { X } from 'lucide-react';
import Link from 'next/link';
import type { CaseOptions } from '#lib/contracts/review.ts';
import type { CaseQuery } from '#lib/domain/case-query.ts';
import { queueHref } from './queue-href.ts';

interface QueueChipsProps {
  query: CaseQuery;
  options: CaseOptions;
  grouped: boolean;
}

/** Whom or what the queue is narrowed to, by name; a press widens it again. */
export function QueueChips({ query, options, grouped }: QueueChipsProps) {
  const { person, garment, signature } = query;
  const chips = [
    person && {
      key: 'person',
      text: `Person: ${options.people.find(({ id }) => id === person)?.name ?? 'unknown'}`,
      without: { ...query, person: undefined },
    },
    garment && {
      key: 'garment',
      text: `Garment: ${options.garments.find(({ slug }) => slug === garment)?.title ?? 'unknown'}`,
      without: { ...query, garment: undefined },
    },
    signature && {
      key: 'signature',
      text: `Group: ${signature}`,
      without: { ...query, signature: undefined },
    },
  ].filter((chip) => chip !== undefined && chip !== '');
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Narrowed to" className="flex flex-wrap gap-2">
      {chips.map(({ key, text, without }) => (
        <li key={key} className="min-w-0">
          <Link
            href={queueHref(without, { grouped })}
            scroll={false}
            className="inline-flex min-h-9 max-w-full items-center gap-2 rounded-control bg-accent-soft px-3 text-sm text-accent hover:underline pointer-coarse:min-h-11"
          >
            <span className="truncate">{text}</span>
            <X aria-hidden className="size-4 shrink-0" />
            <span className="sr-only">: do not narrow to it</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
