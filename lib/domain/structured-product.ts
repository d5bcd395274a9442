import { decimalText, type Money } from './money.ts';

interface SoldGarment {
  slug: string;
  title: string;
  description: string;
  colour: string;
  material: string;
  price: Money;
  shop: { name: string };
  images: { url: string }[];
  variants: { size: string; inStock: boolean; price: Money }[];
}

/**
 * A garment in the words of search engines. Source: https://schema.org/Product and Google's
 * "Product snippet" and "Merchant listing" pages. Without sizes it counts as available.
 */
export function productOf(garment: SoldGarment, toUrl: (path: string) => string) {
  const { slug, title, description, colour, material, price, shop, images, variants } = garment;
  const url = toUrl(`/garments/${slug}`);
  const prices = variants.map((variant) => variant.price.minor);
  const low = Math.min(price.minor, ...prices);
  const high = Math.max(price.minor, ...prices);
  const availability =
    variants.length === 0 || variants.some(({ inStock }) => inStock)
      ? 'https://schema.org/InStock'
      : 'https://schema.org/OutOfStock';
  const common = { priceCurrency: price.currency, availability, url };
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: title,
    url,
    ...(description && { description }),
    ...(images.length > 0 && { image: images.map((image) => toUrl(image.url)) }),
    ...(colour && { color: colour }),
    ...(material && { material }),
    ...(variants.length > 0 && { size: variants.map(({ size }) => size) }),
    brand: { '@type': 'Brand', name: shop.name },
    offers:
      low === high
        ? {
            '@type': 'Offer',
            price: decimalText({ minor: low, currency: price.currency }),
            itemCondition: 'https://schema.org/NewCondition',
            seller: { '@type': 'Organization', name: shop.name },
            ...common,
          }
        : {
            '@type': 'AggregateOffer',
            lowPrice: decimalText({ minor: low, currency: price.currency }),
            highPrice: decimalText({ minor: high, currency: price.currency }),
            offerCount: variants.length,
            ...common,
          },
  };
}
