import Link from 'next/link';
import { classNames } from '#components/ui/class-names.ts';
import { count } from '../spend/spend-words.ts';

interface CountLinksProps {
  label: string;
  counts: { name: string; href: string; value: number }[];
}

/** How many there are of each, and the way to them. */
export function CountLinks({ label, counts }: CountLinksProps) {
  return (
    <div className="grid gap-2">
      <p className="text-label text-ink-soft">{label}</p>
      <ul className="grid grid-cols-2 gap-px overflow-hidden rounded-panel border border-line bg-line sm:grid-flow-col sm:auto-cols-fr sm:grid-cols-none">
        {counts.map(({ name, href, value }) => (
          <li key={name} className="bg-paper max-sm:last:odd:col-span-2">
            <Link
              href={href}
              className="group flex h-full flex-col gap-1 px-4 py-3 transition-colors hover:bg-raised"
            >
              <span
                className={classNames(
                  'font-display text-title tabular-nums',
                  value === 0 && 'text-ink-faint',
                )}
              >
                {count(value)}
              </span>
              <span className="text-sm text-ink-soft underline-offset-4 group-hover:underline">
                {name}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
