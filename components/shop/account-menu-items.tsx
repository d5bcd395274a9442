'use client';

import { LogIn, LogOut, ShieldCheck, Shirt, Store, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuAction, MenuLine, MenuLink, MenuNote } from '#components/ui/menu.tsx';
import type { SessionView } from '#lib/contracts/account.ts';

interface AccountMenuItemsProps {
  label: string;
  trigger: ReactNode;
  /** Null for guests and newcomers. */
  signedIn: SessionView | null;
}

export default function AccountMenuItems({ label, trigger, signedIn }: AccountMenuItemsProps) {
  return (
    <Menu label={label} trigger={trigger} defaultOpen>
      <div className="sm:hidden">
        <MenuLink href="/garments">
          <Store aria-hidden /> Garments
        </MenuLink>
        <MenuLink href="/looks">
          <Shirt aria-hidden /> My looks
        </MenuLink>
        <MenuLine />
      </div>
      {signedIn ? <SignedIn session={signedIn} /> : <SignedOut />}
    </Menu>
  );
}

function SignedIn({ session }: { session: SessionView }) {
  return (
    <>
      <MenuNote>Signed in as {session.email ?? session.name}</MenuNote>
      {session.role === 'MERCHANT' && (
        <MenuLink href="/merchant">
          <Store aria-hidden /> Back office
        </MenuLink>
      )}
      {session.role === 'ADMIN' && (
        <MenuLink href="/admin">
          <ShieldCheck aria-hidden /> Review console
        </MenuLink>
      )}
      <MenuAction onSelect={() => void leave()}>
        <LogOut aria-hidden /> Sign out
      </MenuAction>
    </>
  );
}

/** Loaded when it is needed: every page has this menu, and few people sign out. */
async function leave(): Promise<void> {
  const { signOut } = await import('next-auth/react');
  await signOut({ callbackUrl: '/' });
}

function SignedOut() {
  return (
    <>
      <MenuLink href="/sign-in">
        <LogIn aria-hidden /> Sign in
      </MenuLink>
      <MenuLink href="/sign-up">
        <UserRound aria-hidden /> Create an account
      </MenuLink>
    </>
  );
}
