import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { AddToBag } from '#components/shop/add-to-bag.tsx';
import { CountView } from '#components/shop/count-view.tsx';
import { Gallery } from '#components/shop/gallery.tsx';
import { GarmentColumns } from '#components/shop/garment-columns.tsx';
import { GarmentIntro, GarmentStory, toBuy } from '#components/shop/garment-details.tsx';
import { GarmentGrid } from '#components/shop/garment-grid.tsx';
import { GarmentJsonLd } from '#components/shop/garment-json-ld.tsx';
import { FittingStage } from '#components/try-on/fitting-stage.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import type { GarmentPage } from '#lib/contracts/garment.ts';
import { formatMoney } from '#lib/domain/money.ts';
import { currentVisitor } from '#lib/server/auth/current-visitor.ts';
import { publicUrl } from '#lib/server/http/public-url.ts';
import { findHeldOutShops } from '#lib/server/use-cases/find-held-out-shops.ts';
import { getGarmentPage } from '#lib/server/use-cases/get-garment-page.ts';
import { listGarments } from '#lib/server/use-cases/list-garments.ts';
import { listHouseModels } from '#lib/server/use-cases/list-house-models.ts';
import { garmentWords } from '#lib/words/shop.ts';
import { siteWords } from '#lib/words/site.ts';

interface GarmentRouteProps {
  params: Promise<{ slug: string }>;
}

// The page and its metadata ask for the same garment in one request.
const loadGarment = cache(getGarmentPage);

export async function generateMetadata({ params }: GarmentRouteProps): Promise<Metadata> {
  const { slug } = await params;
  const garment = await loadGarment(slug);
  if (!garment) return {};
  const title = garmentWords.pageTitle(garment.title, garment.colour);
  const description = summary(garment.description) || garmentWords.by(title, garment.shop.name);
  const url = publicUrl(`/garments/${slug}`);
  const { image } = garment;
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: {
      type: 'website',
      siteName: siteWords.name,
      title: `${title} · ${garment.shop.name}`,
      description,
      url,
      ...(image && {
        images: [
          {
            url: publicUrl(image.url),
            width: image.width,
            height: image.height,
            alt: image.alt || garment.title,
          },
        ],
      }),
    },
    twitter: { card: 'summary_large_image' },
  };
}

/** What fits under a link, cut between words. */
function summary(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 160 ? line : `${line.slice(0, 159).replace(/\s+\S*$/, '')}…`;
}

export default async function GarmentRoute({ params }: GarmentRouteProps) {
  const { slug } = await params;
  const garment = await loadGarment(slug);
  if (!garment) notFound();
  const visitor = await currentVisitor();
  const [similar, heldOut] = await Promise.all([
    listGarments({ category: garment.category, limit: 12 }, visitor),
    findHeldOutShops(visitor, [garment.shop.slug]),
  ]);
  const own = [slug, ...garment.colours.map((colour) => colour.slug)];
  const others = similar.items.filter((other) => !own.includes(other.slug)).slice(0, 4);
  return (
    <div className="page-width pt-4 md:pt-6">
      <GarmentJsonLd garment={garment} toUrl={publicUrl} />
      <Stage garment={garment} isHeldOut={heldOut.has(garment.shop.slug)} />
      {garment.category && <CountView garment={slug} />}
      {others.length > 0 && (
        <section aria-labelledby="similar" className="mt-20 grid gap-8 md:mt-28">
          <SectionHeading id="similar">{garmentWords.similar}</SectionHeading>
          <GarmentGrid garments={others} />
        </section>
      )}
    </div>
  );
}

/** @property isHeldOut whether this visitor is not to see that it can be tried on. */
async function Stage({ garment, isHeldOut }: { garment: GarmentPage; isHeldOut: boolean }) {
  const { slug, title, category, canTryOn, shop, price, image, images, looks } = garment;
  const gallery = <Gallery images={isHeldOut ? images : [...images, ...looks]} title={title} />;
  const intro = <GarmentIntro garment={garment} />;
  const story = <GarmentStory garment={garment} />;
  if (!category || !canTryOn || isHeldOut) {
    return (
      <GarmentColumns gallery={gallery}>
        {intro}
        {story}
      </GarmentColumns>
    );
  }
  return (
    <FittingStage
      garment={{
        slug,
        title,
        category,
        shop: shop.slug,
        price: formatMoney(price),
        picture: image,
      }}
      houseModels={await listHouseModels()}
      gallery={gallery}
      intro={intro}
      story={story}
      bag={garment.variants.length > 0 && <AddToBag garment={toBuy(garment)} />}
    />
  );
}
