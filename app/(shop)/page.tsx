import { GarmentGrid } from '#components/shop/garment-grid.tsx';
import { Hero } from '#components/shop/hero.tsx';
import { HowItWorks } from '#components/shop/how-it-works.tsx';
import { ShopIntroductions } from '#components/shop/shop-introductions.tsx';
import { WornWall } from '#components/shop/worn-wall.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { currentVisitor } from '#lib/server/auth/current-visitor.ts';
import { getHomePage } from '#lib/server/use-cases/get-home-page.ts';
import { moreWords } from '#lib/words/home.ts';

export default async function HomePage() {
  const { hero, wall, shops, more, modelCount } = await getHomePage(await currentVisitor());
  return (
    <>
      <Hero look={hero} modelCount={modelCount} />
      <WornWall looks={wall} />
      <ShopIntroductions shops={shops} />
      <HowItWorks />
      {more.length > 0 && (
        <section aria-labelledby="more" className="page-width mt-20 grid gap-8 md:mt-28">
          <SectionHeading
            id="more"
            actions={
              <LinkButton href="/garments" variant="quiet" className="-mr-4 -mb-2">
                {moreWords.all}
              </LinkButton>
            }
          >
            {moreWords.title}
          </SectionHeading>
          <GarmentGrid garments={more} />
        </section>
      )}
      {shops.length === 0 && (
        <div className="page-width mt-20">
          <EmptyState title={moreWords.emptyTitle}>{moreWords.empty}</EmptyState>
        </div>
      )}
    </>
  );
}
