import Link from 'next/link';
import { AccountMenu } from './account-menu.tsx';
import { NavLink } from './nav-link.tsx';
import { RenderingTray } from './rendering-tray.tsx';
import { Wordmark } from './wordmark.tsx';

export function SiteHeader() {
  return (
    <header className="tall:sticky tall:top-0 z-30 border-b border-line bg-paper">
      <div className="page-width flex min-h-16 items-center gap-2">
        <Link href="/" aria-label="Fitting Room, home" className="flex min-h-11 items-center">
          <Wordmark />
        </Link>
        <nav aria-label="Main" className="ml-8 hidden items-center gap-1 sm:flex">
          <NavLink href="/garments">Garments</NavLink>
          <NavLink href="/looks">My looks</NavLink>
        </nav>
        <div className="-mr-3 ml-auto flex items-center">
          <RenderingTray />
          <AccountMenu />
        </div>
      </div>
    </header>
  );
}
