import { expect, it } from 'vitest';
import { productOf } from './structured-product.ts';

const toUrl = (path: string) => new URL(path, 'https://shop.example').href;
const euros = (minor: number) => ({ minor, currency: 'EUR' });
const tee = {
  slug: 'boxy-tee',
  title: 'Boxy tee',
  description: 'Heavy jersey.',
  colour: 'White',
  material: '',
  price: euros(3900),
  shop: { name: 'Halden' },
  images: [{ url: '/api/media/1' }],
  variants: [
    { size: 'S', inStock: false, price: euros(3900) },
    { size: 'M', inStock: true, price: euros(3900) },
  ],
};

it('says what it is, of whom, for how much and whether it can be had, in absolute addresses', () => {
  expect(productOf(tee, toUrl)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: 'Boxy tee',
    url: 'https://shop.example/garments/boxy-tee',
    description: 'Heavy jersey.',
    image: ['https://shop.example/api/media/1'],
    color: 'White',
    size: ['S', 'M'],
    brand: { '@type': 'Brand', name: 'Halden' },
    offers: {
      '@type': 'Offer',
      price: '39.00',
      priceCurrency: 'EUR',
      availability: 'https://schema.org/InStock',
      itemCondition: 'https://schema.org/NewCondition',
      seller: { '@type': 'Organization', name: 'Halden' },
      url: 'https://shop.example/garments/boxy-tee',
    },
  });
});

it('is out of stock when every size is', () => {
  const variants = tee.variants.map((variant) => ({ ...variant, inStock: false }));
  expect(productOf({ ...tee, variants }, toUrl).offers).toMatchObject({
    availability: 'https://schema.org/OutOfStock',
  });
});

it('names a range where sizes differ in price, and no cents where a currency has none', () => {
  const yen = (minor: number) => ({ minor, currency: 'JPY' });
  const variants = [{ size: 'L', inStock: true, price: yen(4500) }];
  expect(productOf({ ...tee, price: yen(3900), variants }, toUrl).offers).toMatchObject({
    '@type': 'AggregateOffer',
    lowPrice: '3900',
    highPrice: '4500',
  });
});
