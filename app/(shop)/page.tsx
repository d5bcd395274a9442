import { GarmentGrid } from '#components/shop/garment-grid.tsx';
import { Hero } from '#components/shop/hero.tsx';
import { HowItWorks } from '#components/shop/how-it-works.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { HouseModelView } from '#lib/contracts/photo.ts';
import { getGarmentPage } from '#lib/server/use-cases/get-garment-page.ts';
import { listGarments } from '#lib/server/use-cases/list-garments.ts';
import { listHouseModels } from '#lib/server/use-cases/list-house-models.ts';

export default async function HomePage() {
  const [garments, dresses, models] = await Promise.all([
    listGarments({ limit: 8 }),
    listGarments({ category: 'DRESS', limit: 1 }),
    listHouseModels(),
  ]);
  const featured = dresses.items[0] ?? garments.items[0];
  return (
    <>
      <Hero
        pictures={await heroPictures(featured?.slug, models[0])}
        garment={featured}
        modelCount={models.length}
      />
      <HowItWorks />
      <section aria-labelledby="new" className="page-width mt-16 grid gap-8 md:mt-24">
        <SectionHeading
          id="new"
          actions={
            <LinkButton href="/garments" variant="quiet" className="-mr-4 -mb-2">
              All garments
            </LinkButton>
          }
        >
          New in the shops
        </SectionHeading>
        {garments.items.length > 0 ? (
          <GarmentGrid garments={garments.items} />
        ) : (
          <EmptyState title="The rails are still empty">
            No shop has published a garment yet. Come back a little later.
          </EmptyState>
        )}
      </section>
    </>
  );
}

/** A garment and its second picture, which shows it worn; without one a house model stands beside it. */
async function heroPictures(slug: string | undefined, model: HouseModelView | undefined) {
  const garment = slug ? await getGarmentPage(slug) : null;
  const own =
    garment?.images.map((picture) => ({ picture, alt: picture.alt || garment.title })) ?? [];
  const standIn = model ? [{ picture: model.picture, alt: `The house model ${model.name}` }] : [];
  return [...own, ...standIn].slice(0, 2);
}
