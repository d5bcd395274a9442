import type { Metadata } from 'next';
import Link from 'next/link';
import { LooksGrid, NoLooks } from '#components/looks/looks-grid.tsx';
import { MyPhotos } from '#components/looks/my-photos.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { currentActor } from '#lib/server/auth/current-actor.ts';
import { listTryOns } from '#lib/server/use-cases/list-try-ons.ts';

export const metadata: Metadata = { title: 'My looks', robots: { index: false } };

const PAGE_SIZE = 24;

export default async function LooksPage() {
  const actor = await currentActor();
  const looks = actor && (await listTryOns(actor, { limit: PAGE_SIZE }));
  return (
    <div className="page-width grid gap-10 pt-10 md:pt-14">
      <PageHeading
        title="My looks"
        lead={
          actor?.isGuest && (
            <>
              Kept for this browser.{' '}
              <Link href="/sign-up" className="text-link text-ink">
                Create an account
              </Link>{' '}
              to find them everywhere.
            </>
          )
        }
      />
      {looks ? <LooksGrid initial={looks} /> : <NoLooks />}
      <MyPhotos />
    </div>
  );
}
