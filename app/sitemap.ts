import type { MetadataRoute } from 'next';
import { browseHref } from '#lib/domain/browse.ts';
import { garmentCategories } from '#lib/domain/category.ts';
import { publicUrl } from '#lib/server/http/public-url.ts';
import { listGarmentAddresses } from '#lib/server/use-cases/list-garment-addresses.ts';

// What is in the shops is known when the server runs, not when it is built.
export const dynamic = 'force-dynamic';

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const garments = await listGarmentAddresses();
  return [
    { url: publicUrl('/') },
    { url: publicUrl('/garments') },
    ...garmentCategories.map((category) => ({ url: publicUrl(browseHref({ category })) })),
    ...garments.map(({ slug, updatedAt }) => ({
      url: publicUrl(`/garments/${slug}`),
      lastModified: updatedAt,
    })),
  ];
}
