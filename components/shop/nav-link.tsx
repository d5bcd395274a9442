'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { FrameLink } from './frame-link.tsx';

interface NavLinkProps {
  href: string;
  /** Another page of the same room. */
  also?: string;
  children: ReactNode;
}

/** A link of the main navigation, underlined while its page or one below it is open. */
export function NavLink({ href, also, children }: NavLinkProps) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`) || path === also;
  return (
    <FrameLink
      href={href}
      aria-current={here ? 'page' : undefined}
      className={classNames(
        'flex min-h-11 items-center px-3 text-[0.9375rem] underline-offset-[0.5em] decoration-1 hover:underline',
        here ? 'underline decoration-accent decoration-2' : 'text-ink-soft hover:text-ink',
      )}
    >
      {children}
    </FrameLink>
  );
}
