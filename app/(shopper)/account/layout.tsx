import type { ReactNode } from 'react';
import { accountRooms } from '#components/account/account-rooms.tsx';
import { SectionNav } from '#components/ui/section-nav.tsx';
import { currentActor } from '#lib/server/auth/current-actor.ts';
import { accountRoomsWords } from '#lib/words/account.ts';

/** The frame of a person's account. A guest has only the room with what is kept, and needs no way there. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor || actor.isGuest) {
    return <div className="page-width grid max-w-3xl gap-8 pt-10 md:pt-14">{children}</div>;
  }
  return (
    <div className="page-width grid grid-cols-[minmax(0,1fr)] gap-x-10 py-6 lg:grid-cols-[10rem_minmax(0,1fr)] lg:py-10">
      <div className="content-start lg:sticky lg:top-24 lg:-ml-3 lg:self-start">
        <SectionNav label={accountRoomsWords.label} sections={accountRooms} />
      </div>
      <div className="grid min-w-0 max-w-3xl grid-cols-[minmax(0,1fr)] content-start gap-8 max-lg:pt-6">
        {children}
      </div>
    </div>
  );
}
