import type { Metadata } from 'next';
import Link from 'next/link';
import { KeptTabs } from '#components/favourites/kept-tabs.tsx';
import { LooksGrid, NoLooks } from '#components/looks/looks-grid.tsx';
import { MyPhotos } from '#components/looks/my-photos.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { currentActor } from '#lib/server/auth/current-actor.ts';
import { listTryOns } from '#lib/server/use-cases/list-try-ons.ts';
import { looksWords } from '#lib/words/looks.ts';

export const metadata: Metadata = { title: looksWords.title, robots: { index: false } };

interface LooksPageProps {
  searchParams: Promise<{ only?: string | string[] }>;
}

const PAGE_SIZE = 24;

export default async function LooksPage({ searchParams }: LooksPageProps) {
  const only = (await searchParams).only === 'favourites' ? 'favourites' : undefined;
  const actor = await currentActor();
  const looks = actor && (await listTryOns(actor, { limit: PAGE_SIZE, only }));
  const { kept, create, everywhere } = looksWords.guest;
  return (
    <div className="page-width grid gap-8 pt-10 md:pt-14">
      <PageHeading
        title={looksWords.title}
        lead={
          actor?.isGuest && (
            <>
              {kept}{' '}
              <Link href="/sign-up" className="text-link text-ink">
                {create}
              </Link>{' '}
              {everywhere}
            </>
          )
        }
      />
      {looks ? (
        <LooksGrid key={only} initial={looks} only={only} />
      ) : (
        <>
          <KeptTabs here="looks" />
          <NoLooks />
        </>
      )}
      <MyPhotos />
    </div>
  );
}
