import type { GarmentPage } from '#lib/contracts/garment.ts';
import { productOf } from '#lib/domain/structured-product.ts';

interface GarmentJsonLdProps {
  garment: GarmentPage;
  /** Makes a path absolute. */
  toUrl: (path: string) => string;
}

/** What search engines read: schema.org's Product. */
export function GarmentJsonLd({ garment, toUrl }: GarmentJsonLdProps) {
  // A merchant's words cannot end the element that they stand in.
  const json = JSON.stringify(productOf(garment, toUrl)).replaceAll('<', '\\u003c');
  return <script type="application/ld+json">{json}</script>;
}
