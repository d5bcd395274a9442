'use client';

import { Menu as MenuIcon, UserRound } from 'lucide-react';
import { lazy } from 'react';
import { useSession } from '#lib/client/use-session.ts';
import { accountMenuWords } from '#lib/words/shop.ts';
import { MenuOnDemand } from './menu-on-demand.tsx';

const load = () => import('./account-menu-items.tsx');
const AccountMenuItems = lazy(load);

export function AccountMenu() {
  const { session } = useSession();
  const signedIn = session && !session.isGuest ? session : null;
  const name = signedIn && (signedIn.name ?? signedIn.email);
  // The name is on the button, so whoever says it must be heard (WCAG 2.5.3).
  const label = name ? `${accountMenuWords.label}, ${name}` : accountMenuWords.label;
  const trigger = (
    <>
      <MenuIcon aria-hidden className="sm:hidden" />
      <UserRound aria-hidden className="hidden sm:block" />
      {name && <span className="hidden max-w-32 truncate sm:block">{name}</span>}
    </>
  );
  return (
    <MenuOnDemand label={label} trigger={trigger} load={load}>
      <AccountMenuItems label={label} trigger={trigger} signedIn={signedIn} />
    </MenuOnDemand>
  );
}
