'use client';

import { Menu as MenuIcon, UserRound } from 'lucide-react';
import { lazy } from 'react';
import { useSession } from '#lib/client/use-session.ts';
import { MenuOnDemand } from './menu-on-demand.tsx';

const load = () => import('./account-menu-items.tsx');
const AccountMenuItems = lazy(load);

const LABEL = 'Menu and account';

export function AccountMenu() {
  const { session } = useSession();
  const signedIn = session && !session.isGuest ? session : null;
  const trigger = (
    <>
      <MenuIcon aria-hidden className="sm:hidden" />
      <UserRound aria-hidden className="hidden sm:block" />
      {signedIn && (
        <span className="hidden max-w-32 truncate sm:block">{signedIn.name ?? signedIn.email}</span>
      )}
    </>
  );
  return (
    <MenuOnDemand label={LABEL} trigger={trigger} load={load}>
      <AccountMenuItems label={LABEL} trigger={trigger} signedIn={signedIn} />
    </MenuOnDemand>
  );
}
