/**
 * The demo: its accounts, its two shops and the house models; what the shops sell is in
 * `demo-garments.ts`. Pictures are in `public/demo`.
 */

const password = 'fitting-room';

export const demoAccounts = [
  { email: 'shopper@fittingroom.test', name: 'Sam Shopper', role: 'SHOPPER', password },
  { email: 'merchant@fittingroom.test', name: 'Mika Merchant', role: 'MERCHANT', password },
  { email: 'admin@fittingroom.test', name: 'Ada Admin', role: 'ADMIN', password },
] as const;

export const demoShops = [
  {
    slug: 'halden',
    name: 'Halden',
    tagline: 'Everyday pieces, cut calmly and made to last.',
    currency: 'EUR',
    owner: 'merchant@fittingroom.test',
    // It has no checkout of its own: its owner finds requests in the back office.
    checkoutUrl: null,
  },
  {
    slug: 'marisol-studio',
    name: 'Marisol Studio',
    tagline: 'Dresses and colour from a small studio by the sea.',
    currency: 'EUR',
    owner: null,
    checkoutUrl: '/demo-checkout?lines={lines}',
  },
] as const;

export const demoHouseModels = [
  { slug: 'noor', name: 'Noor', file: 'models/f1.webp', heightCm: 172, description: 'Slim build' },
  {
    slug: 'imani',
    name: 'Imani',
    file: 'models/f2.webp',
    heightCm: 170,
    description: 'Soft build',
  },
  { slug: 'elsa', name: 'Elsa', file: 'models/f4.webp', heightCm: 168, description: 'Slim build' },
  { slug: 'vera', name: 'Vera', file: 'models/f5.webp', heightCm: 164, description: 'Full build' },
  {
    slug: 'tomas',
    name: 'Tomás',
    file: 'models/m1.webp',
    heightCm: 183,
    description: 'Slim build',
  },
  {
    slug: 'jonas',
    name: 'Jonas',
    file: 'models/m3.webp',
    heightCm: 180,
    description: 'Slim build',
  },
] as const;
