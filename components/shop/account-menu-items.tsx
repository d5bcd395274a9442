'use client';

import { FileLock, LogIn, LogOut, ShieldCheck, Shirt, Store, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuAction, MenuLine, MenuLink, MenuNote } from '#components/ui/menu.tsx';
import type { SessionView } from '#lib/contracts/account.ts';
import { accountMenuWords, navigationWords } from '#lib/words/shop.ts';

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
          <Store aria-hidden /> {navigationWords.garments}
        </MenuLink>
        <MenuLink href="/looks">
          <Shirt aria-hidden /> {navigationWords.looks}
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
      <MenuNote>{accountMenuWords.signedInAs(session.email ?? session.name ?? '')}</MenuNote>
      {session.role === 'MERCHANT' && (
        <MenuLink href="/merchant">
          <Store aria-hidden /> {accountMenuWords.backOffice}
        </MenuLink>
      )}
      {session.role === 'ADMIN' && (
        <MenuLink href="/admin">
          <ShieldCheck aria-hidden /> {accountMenuWords.reviewConsole}
        </MenuLink>
      )}
      <MenuLink href="/account">
        <UserRound aria-hidden /> {accountMenuWords.account}
      </MenuLink>
      <YourData />
      <MenuLine />
      <MenuAction onSelect={() => void leave()}>
        <LogOut aria-hidden /> {accountMenuWords.signOut}
      </MenuAction>
    </>
  );
}

/** Loaded when it is needed: every page has this menu, and few people sign out. */
async function leave(): Promise<void> {
  const [{ signOut }, { storeMeasuresText }] = await Promise.all([
    import('next-auth/react'),
    import('#lib/client/measures-storage.ts'),
  ]);
  // The next person at this device could save them to an account of her own.
  storeMeasuresText(null);
  await signOut({ callbackUrl: '/' });
}

function SignedOut() {
  return (
    <>
      <MenuLink href="/sign-in">
        <LogIn aria-hidden /> {accountMenuWords.signIn}
      </MenuLink>
      <MenuLink href="/sign-up">
        <UserRound aria-hidden /> {accountMenuWords.signUp}
      </MenuLink>
      <MenuLine />
      <YourData />
    </>
  );
}

/** Also a guest has given us photos. */
const YourData = () => (
  <MenuLink href="/account/data">
    <FileLock aria-hidden /> {accountMenuWords.data}
  </MenuLink>
);
