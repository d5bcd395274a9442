import Link from 'next/link';
import { BagLink } from '#components/bag/bag-link.tsx';
import { navigationWords } from '#lib/words/shop.ts';
import { AccountMenu } from './account-menu.tsx';
import { HeaderSearch } from './header-search.tsx';
import { NavLink } from './nav-link.tsx';
import { RenderingTray } from './rendering-tray.tsx';
import { Wordmark } from './wordmark.tsx';

/**
 * Stays at the top of the screen. On a phone the rooms of the shop have a line of their own below it,
 * which scrolls away with the page.
 */
export function SiteHeader() {
  return (
    <>
      <header className="tall:sticky tall:top-0 z-30 border-b border-line bg-paper">
        <div className="page-width flex min-h-16 items-center gap-2">
          <Link
            href="/"
            aria-label={navigationWords.home}
            className="flex min-h-11 min-w-7 items-center overflow-hidden"
          >
            <Wordmark />
          </Link>
          <nav aria-label={navigationWords.main} className="ml-8 hidden items-center gap-1 sm:flex">
            <Rooms />
          </nav>
          <div className="-mr-3 ml-auto flex shrink-0 items-center">
            <HeaderSearch />
            <RenderingTray />
            <BagLink />
            <AccountMenu />
          </div>
        </div>
      </header>
      <nav aria-label={navigationWords.main} className="border-b border-line sm:hidden">
        <div className="page-width flex">
          <div className="-ml-3 flex">
            <Rooms />
          </div>
        </div>
      </nav>
    </>
  );
}

function Rooms() {
  return (
    <>
      <NavLink href="/garments">{navigationWords.garments}</NavLink>
      <NavLink href="/looks" also="/favourites">
        {navigationWords.looks}
      </NavLink>
    </>
  );
}
