'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { classNames } from '#components/ui/class-names.ts';

/**
 * A link of the main navigation, underlined while its page or one below it is open. It is in sight on
 * every page, so what it leads to is fetched when somebody reaches for it, and not before: My looks
 * alone has a tenth of a page's script.
 */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const [reached, setReached] = useState(false);
  const reach = () => setReached(true);
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      prefetch={reached ? null : false}
      onPointerEnter={reach}
      onFocus={reach}
      aria-current={here ? 'page' : undefined}
      className={classNames(
        'flex min-h-11 items-center px-3 text-[0.9375rem] underline-offset-[0.5em] decoration-1 hover:underline',
        here ? 'underline decoration-accent decoration-2' : 'text-ink-soft hover:text-ink',
      )}
    >
      {children}
    </Link>
  );
}
