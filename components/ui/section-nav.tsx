'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { showFocusWhole } from '#lib/client/show-focus-whole.ts';
import { classNames } from './class-names.ts';

interface SectionNavProps {
  /** What it leads through, for screen readers. */
  label: string;
  /** The rooms in their order; the first is the one at the head of them. */
  sections: Section[];
}

interface Section {
  href: string;
  name: string;
  icon: ReactNode;
  /** Where the room goes on at other addresses; a path, for all below it. */
  also?: readonly string[];
}

/** A column beside the page; on narrow screens one line that scrolls sideways. */
export function SectionNav({ label, sections }: SectionNavProps) {
  const pathname = usePathname();
  const current = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    // Only sideways: the page itself stays where it is.
    const link = current.current;
    const line = link?.closest('ul');
    if (pathname && link && line) line.scrollLeft = link.offsetLeft - line.clientWidth / 3;
  }, [pathname]);

  return (
    <nav aria-label={label}>
      <ul
        onKeyUp={showFocusWhole}
        className="relative flex gap-1 overflow-x-auto max-lg:-mx-3 max-lg:border-b max-lg:border-line lg:grid lg:gap-0.5"
      >
        {sections.map(({ href, name, icon, also = [] }, index) => {
          const reaches = index > 0 ? [href, ...also] : also;
          const here =
            pathname === href ||
            reaches.some((path) => pathname === path || pathname.startsWith(`${path}/`));
          return (
            <li key={href} className="shrink-0">
              <Link
                ref={here ? current : undefined}
                href={href}
                aria-current={here ? 'page' : undefined}
                className={classNames(
                  'flex min-h-11 items-center gap-3 px-3 text-sm whitespace-nowrap -outline-offset-2 lg:rounded-control',
                  here
                    ? 'font-medium text-ink max-lg:shadow-[inset_0_-2px] max-lg:shadow-accent lg:bg-sunken'
                    : 'text-ink-soft hover:text-ink lg:hover:bg-ink/5',
                )}
              >
                <span aria-hidden className="shrink-0 max-lg:hidden [&>svg]:size-4">
                  {icon}
                </span>
                {name}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
