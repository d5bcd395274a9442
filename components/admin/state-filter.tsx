import Link from 'next/link';
import { classNames } from '#components/ui/class-names.ts';
import { type ReviewState, reviewStates, stateWords } from './review-words.ts';

/** Narrows the list; the choice stands in the address, so that it can be sent to a colleague. */
export function StateFilter({ current }: { current: ReviewState | null }) {
  return (
    <nav aria-label="Filter by state" className="-mx-3 flex flex-wrap">
      <Choice href="/admin" name="All" here={current === null} />
      {reviewStates.map((state) => (
        <Choice
          key={state}
          href={`/admin?state=${state}`}
          name={stateWords[state].name}
          here={current === state}
        />
      ))}
    </nav>
  );
}

function Choice({ href, name, here }: { href: string; name: string; here: boolean }) {
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className={classNames(
        'flex min-h-11 items-center px-3 text-sm underline-offset-[0.5em] decoration-1 hover:underline',
        here
          ? 'font-medium underline decoration-accent decoration-2'
          : 'text-ink-soft hover:text-ink',
      )}
    >
      {name}
    </Link>
  );
}
