'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { sections } from './sections.ts';
import { useShop } from './shop-context.tsx';

/** A column beside the page; on narrow screens one line that scrolls sideways. */
export function SectionNav() {
  const { path } = useShop();
  const pathname = usePathname();
  const current = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    // Only sideways: the page itself stays where it is.
    const link = current.current;
    const line = link?.closest('ul');
    if (pathname && link && line) line.scrollLeft = link.offsetLeft - line.clientWidth / 3;
  }, [pathname]);

  return (
    <nav aria-label="Back office">
      <ul className="relative flex gap-1 overflow-x-auto max-lg:-mx-3 max-lg:border-b max-lg:border-line lg:grid lg:gap-0.5">
        {sections.map(({ path: section, name, icon: Icon }) => {
          const href = section ? `${path}/${section}` : path;
          const here = pathname === href || (section !== '' && pathname.startsWith(`${href}/`));
          return (
            <li key={section} className="shrink-0">
              <Link
                ref={here ? current : undefined}
                href={href}
                aria-current={here ? 'page' : undefined}
                className={classNames(
                  'flex min-h-11 items-center gap-3 px-3 text-sm whitespace-nowrap lg:rounded-control',
                  here
                    ? 'font-medium text-ink max-lg:shadow-[inset_0_-2px] max-lg:shadow-accent lg:bg-sunken'
                    : 'text-ink-soft hover:text-ink lg:hover:bg-ink/5',
                )}
              >
                <Icon aria-hidden className="size-4 shrink-0 max-lg:hidden" />
                {name}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
