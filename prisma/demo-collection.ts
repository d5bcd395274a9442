import type { SizeChart } from '#lib/contracts/garment.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';

/** The demo: two shops, a dozen garments and the house models. Pictures are in `public/demo`. */

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
  },
  {
    slug: 'marisol-studio',
    name: 'Marisol Studio',
    tagline: 'Dresses and colour from a small studio by the sea.',
    currency: 'EUR',
    owner: null,
  },
] as const;

export interface DemoGarment {
  slug: string;
  shop: (typeof demoShops)[number]['slug'];
  title: string;
  category: GarmentCategory;
  colour: string;
  material: string;
  priceMinor: number;
  description: string;
  /** Below `public/demo`; the first is the one that is tried on. */
  pictures: { file: string; alt: string }[];
}

const tops: SizeChart = {
  columns: ['Chest (cm)', 'Length (cm)'],
  rows: [
    { size: 'XS', values: [92, 56] },
    { size: 'S', values: [98, 58] },
    { size: 'M', values: [104, 60] },
    { size: 'L', values: [110, 62] },
    { size: 'XL', values: [118, 64] },
  ],
};
const bottoms: SizeChart = {
  columns: ['Waist (cm)', 'Hips (cm)', 'Inside leg (cm)'],
  rows: [
    { size: 'XS', values: [66, 90, 76] },
    { size: 'S', values: [71, 95, 77] },
    { size: 'M', values: [76, 100, 78] },
    { size: 'L', values: [82, 106, 79] },
    { size: 'XL', values: [90, 114, 80] },
  ],
};
const dresses: SizeChart = {
  columns: ['Chest (cm)', 'Waist (cm)', 'Length (cm)'],
  rows: [
    { size: 'XS', values: [82, 66, 94] },
    { size: 'S', values: [87, 71, 95] },
    { size: 'M', values: [92, 76, 97] },
    { size: 'L', values: [98, 82, 99] },
    { size: 'XL', values: [106, 90, 101] },
  ],
};

export const demoSizeCharts: Record<GarmentCategory, SizeChart> = {
  UPPER_BODY: tops,
  LOWER_BODY: bottoms,
  DRESS: dresses,
};

/** Oldest first: the last one stands first in the shop. */
export const demoGarments: DemoGarment[] = [
  {
    slug: 'boxy-tee-white',
    shop: 'halden',
    title: 'Boxy tee',
    category: 'UPPER_BODY',
    colour: 'White',
    material: 'Organic cotton jersey, 220 g/m²',
    priceMinor: 3900,
    description:
      'A heavy jersey tee with a straight body and a neat ribbed neck. It keeps its shape through the wash and its white through the summer.',
    pictures: [{ file: 'garments/tee-white.webp', alt: 'White boxy tee, front' }],
  },
  {
    slug: 'wide-trousers-charcoal',
    shop: 'halden',
    title: 'Wide trousers',
    category: 'LOWER_BODY',
    colour: 'Charcoal',
    material: 'Wool and recycled polyester twill',
    priceMinor: 11900,
    description:
      'High in the waist, easy through the leg, with a soft crease that falls to a slightly flared hem. Made to go with everything above.',
    pictures: [{ file: 'garments/trousers-charcoal.webp', alt: 'Charcoal wide trousers, front' }],
  },
  {
    slug: 'gathered-skirt-tobacco',
    shop: 'marisol-studio',
    title: 'Gathered skirt',
    category: 'LOWER_BODY',
    colour: 'Tobacco',
    material: 'Linen and cotton',
    priceMinor: 8900,
    description:
      'A knee-length skirt gathered into a flat waistband, in a linen that softens with wearing. Pockets in both side seams.',
    pictures: [{ file: 'garments/skirt-tobacco.webp', alt: 'Tobacco gathered skirt, front' }],
  },
  {
    slug: 'breton-tee-navy',
    shop: 'halden',
    title: 'Breton tee',
    category: 'UPPER_BODY',
    colour: 'Navy stripe',
    material: 'Combed cotton jersey',
    priceMinor: 4900,
    description:
      'Yarn-dyed stripes on a close, springy jersey, with a plain band at neck and sleeve. The seaside, in town.',
    pictures: [{ file: 'garments/stripe-navy.webp', alt: 'White tee with navy stripes, front' }],
  },
  {
    slug: 'straight-jeans-indigo',
    shop: 'halden',
    title: 'Straight jeans',
    category: 'LOWER_BODY',
    colour: 'Indigo',
    material: 'Rigid denim, 100 % cotton',
    priceMinor: 9900,
    description:
      'A straight leg and a waist that sits where it should, in a mid-weight denim with no stretch. Better every month.',
    pictures: [{ file: 'garments/jeans-indigo.webp', alt: 'Indigo straight jeans, front' }],
  },
  {
    slug: 'shirt-blouse-blue',
    shop: 'marisol-studio',
    title: 'Shirt blouse',
    category: 'UPPER_BODY',
    colour: 'Washed blue',
    material: 'Cotton poplin',
    priceMinor: 7900,
    description:
      'A short blouse with elbow sleeves and a covered button row. Poplin that is crisp in the morning and kind by evening.',
    pictures: [{ file: 'garments/blouse-blue.webp', alt: 'Washed blue blouse, front' }],
  },
  {
    slug: 'tea-dress-terracotta',
    shop: 'marisol-studio',
    title: 'Tea dress',
    category: 'DRESS',
    colour: 'Terracotta',
    material: 'Tencel twill',
    priceMinor: 12900,
    description:
      'A sleeveless dress with a scooped neck and a full skirt that moves. Cool on the skin, and dry on the line in an hour.',
    pictures: [{ file: 'garments/dress-terracotta.webp', alt: 'Terracotta tea dress, front' }],
  },
  {
    slug: 'lounge-sweater-oat',
    shop: 'halden',
    title: 'Short-sleeved sweater',
    category: 'UPPER_BODY',
    colour: 'Oat',
    material: 'Cotton and merino',
    priceMinor: 8900,
    description:
      'A sweater for the days in between: wide sleeves to the elbow, a deep rib at the hem, and a hand like a favourite blanket.',
    pictures: [
      { file: 'garments/sweater-oat.webp', alt: 'Oat short-sleeved sweater, front' },
      {
        file: 'worn/f2-sweater-oat.webp',
        alt: 'Oat short-sleeved sweater, worn with indigo jeans',
      },
    ],
  },
  {
    slug: 'wide-trousers-camel',
    shop: 'halden',
    title: 'Wide trousers',
    category: 'LOWER_BODY',
    colour: 'Camel',
    material: 'Wool and recycled polyester twill',
    priceMinor: 11900,
    description:
      'The same calm cut in a warm camel: high waist, easy leg, a hem that just clears the floor.',
    pictures: [{ file: 'garments/trousers-camel.webp', alt: 'Camel wide trousers, front' }],
  },
  {
    slug: 'column-dress-green',
    shop: 'marisol-studio',
    title: 'Column dress',
    category: 'DRESS',
    colour: 'Bottle green',
    material: 'Viscose crêpe',
    priceMinor: 14900,
    description:
      'Gathered under the bust and straight from there, with short set-in sleeves. One colour, many evenings.',
    pictures: [
      { file: 'garments/midi-green.webp', alt: 'Bottle green column dress, front' },
      { file: 'worn/f4-midi-green.webp', alt: 'Bottle green column dress, worn' },
    ],
  },
  {
    slug: 'boxy-tee-terracotta',
    shop: 'halden',
    title: 'Boxy tee',
    category: 'UPPER_BODY',
    colour: 'Terracotta',
    material: 'Organic cotton jersey, 220 g/m²',
    priceMinor: 3900,
    description:
      'The heavy jersey tee in the colour of sun on brick. Dyed in the piece, so every one is a little its own.',
    pictures: [
      { file: 'garments/tee-terracotta.webp', alt: 'Terracotta boxy tee, front' },
      {
        file: 'worn/m1-tee-terracotta.webp',
        alt: 'Terracotta boxy tee, worn with charcoal trousers',
      },
    ],
  },
  {
    slug: 'star-dress-cream',
    shop: 'marisol-studio',
    title: 'Star-flower dress',
    category: 'DRESS',
    colour: 'Cream print',
    material: 'Cotton voile',
    priceMinor: 13900,
    description:
      'Small star flowers, drawn by hand and printed on the lightest voile. A fitted bodice, and a skirt with a mind of its own.',
    pictures: [
      {
        file: 'garments/dress-floral-cream.webp',
        alt: 'Cream dress with a print of flowers, front',
      },
      { file: 'worn/f1-dress-floral-cream.webp', alt: 'Cream dress with a print of flowers, worn' },
    ],
  },
];

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
