import Link from 'next/link';
import { classNames } from './class-names.ts';

interface ChoiceLinksProps {
  /** What is chosen, for screen readers. */
  label: string;
  choices: { href: string; name: string; here: boolean }[];
  className?: string;
}

/** One of a few, as links: the choice stands in the address, so it can be sent and gone back to. */
export function ChoiceLinks({ label, choices, className }: ChoiceLinksProps) {
  return (
    <nav aria-label={label} className={classNames('-mx-3 flex flex-wrap', className)}>
      {choices.map(({ href, name, here }) => (
        <Link
          key={href}
          href={href}
          aria-current={here ? 'page' : undefined}
          className={classNames(
            'flex min-h-11 items-center px-3 underline-offset-[0.5em]',
            here
              ? 'underline decoration-accent decoration-2'
              : 'text-ink-soft decoration-1 hover:text-ink hover:underline',
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
