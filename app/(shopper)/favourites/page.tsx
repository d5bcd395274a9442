import type { Metadata } from 'next';
import { FavouritesGrid, NoFavourites } from '#components/favourites/favourites-grid.tsx';
import { KeptTabs } from '#components/favourites/kept-tabs.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { currentActor } from '#lib/server/auth/current-actor.ts';
import { currentVisitor } from '#lib/server/auth/current-visitor.ts';
import { hideHeldOut } from '#lib/server/use-cases/find-held-out-shops.ts';
import { listFavourites } from '#lib/server/use-cases/list-favourites.ts';
import { favouriteWords } from '#lib/words/favourites.ts';

export const metadata: Metadata = { title: favouriteWords.title, robots: { index: false } };

export default async function FavouritesPage() {
  const actor = await currentActor();
  const kept = actor ? await listFavourites(actor) : [];
  const garments = await hideHeldOut(await currentVisitor(), kept);
  return (
    <div className="page-width grid gap-8 pt-10 md:pt-14">
      <PageHeading title={favouriteWords.title} lead={favouriteWords.lead} />
      <KeptTabs here="garments" />
      {garments.length > 0 ? <FavouritesGrid garments={garments} /> : <NoFavourites />}
    </div>
  );
}
