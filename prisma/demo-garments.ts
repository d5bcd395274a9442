import type { GarmentCategory } from '#lib/domain/category.ts';
import type { demoShops } from './demo-collection.ts';
import type { demoSizeCharts } from './demo-size-charts.ts';
import { type DemoPicture, wornPicture } from './demo-worn.ts';

/** One colour of a garment: a garment of its own, which knows the others by their `style`. */
interface DemoColour {
  slug: string;
  colour: string;
  /** Said after what all colours have in common. */
  words: string;
  /** The one that is tried on; worn ones are in `demo-worn.ts`. */
  picture: DemoPicture;
  soldOut?: string[];
}

interface DemoStyle {
  style: string;
  shop: (typeof demoShops)[number]['slug'];
  title: string;
  category: GarmentCategory;
  material: string;
  priceMinor: number;
  description: string;
  chart: keyof typeof demoSizeCharts;
  colours: DemoColour[];
}

/** Halden: plain words, facts first. Marisol Studio: "we", and the sea is never far. */
const styles: DemoStyle[] = [
  {
    style: 'boxy-tee',
    shop: 'halden',
    title: 'Boxy tee',
    category: 'UPPER_BODY',
    material: 'Organic cotton jersey, 220 g/m²',
    priceMinor: 3900,
    description:
      'A heavy jersey tee with a straight body and a neat ribbed neck. Cut short enough to wear out, long enough to tuck in. It keeps its shape through the wash.',
    chart: 'tee',
    colours: [
      {
        slug: 'boxy-tee-white',
        colour: 'White',
        words: 'Dense enough not to show what is under it.',
        picture: { file: 'garments/tee-white.webp', alt: 'White boxy tee, front' },
        soldOut: ['XXL'],
      },
      {
        slug: 'boxy-tee-black',
        colour: 'Black',
        words: 'Dyed twice, so that it stays black.',
        picture: { file: 'garments/tee-black.webp', alt: 'Black boxy tee, front' },
      },
      {
        slug: 'boxy-tee-sage',
        colour: 'Sage',
        words: 'A grey green that gets on with denim and with camel.',
        picture: { file: 'garments/tee-sage.webp', alt: 'Sage boxy tee, front' },
        soldOut: ['XS', 'S'],
      },
      {
        slug: 'boxy-tee-terracotta',
        colour: 'Terracotta',
        words: 'The colour of sun on brick, dyed in the piece: every one is a little its own.',
        picture: { file: 'garments/tee-terracotta.webp', alt: 'Terracotta boxy tee, front' },
      },
    ],
  },
  {
    style: 'breton-tee',
    shop: 'halden',
    title: 'Breton tee',
    category: 'UPPER_BODY',
    material: 'Combed cotton jersey, yarn-dyed',
    priceMinor: 4900,
    description:
      'Stripes that are knitted, not printed, on a close and springy jersey. Elbow sleeves, with a plain band at neck and cuff. The stripes meet at the side seams.',
    chart: 'breton',
    colours: [
      {
        slug: 'breton-tee-navy',
        colour: 'Navy stripe',
        words: 'The seaside, in town.',
        picture: { file: 'garments/stripe-navy.webp', alt: 'White tee with navy stripes, front' },
      },
      {
        slug: 'breton-tee-red',
        colour: 'Red stripe',
        words: 'The same shirt in a better mood.',
        picture: { file: 'garments/stripe-red.webp', alt: 'White tee with red stripes, front' },
        soldOut: ['M', 'XL'],
      },
    ],
  },
  {
    style: 'lounge-sweater',
    shop: 'halden',
    title: 'Short-sleeved sweater',
    category: 'UPPER_BODY',
    material: 'Cotton and merino, 70/30',
    priceMinor: 8900,
    description:
      'A sweater for the days in between: wide sleeves to the elbow and a deep rib at the hem. Knitted in one weight for all seasons. Machine washable at 30 °C.',
    chart: 'sweater',
    colours: [
      {
        slug: 'lounge-sweater-oat',
        colour: 'Oat',
        words: 'Undyed yarn, with the flecks left in.',
        picture: { file: 'garments/sweater-oat.webp', alt: 'Oat short-sleeved sweater, front' },
      },
      {
        slug: 'lounge-sweater-forest',
        colour: 'Forest green',
        words: 'Dark enough for the office.',
        picture: {
          file: 'garments/sweater-forest.webp',
          alt: 'Forest green short-sleeved sweater, front',
        },
        soldOut: ['XL'],
      },
      {
        slug: 'lounge-sweater-plum',
        colour: 'Plum',
        words: 'Best over black, or under a grey coat.',
        picture: { file: 'garments/sweater-plum.webp', alt: 'Plum short-sleeved sweater, front' },
      },
    ],
  },
  {
    style: 'wide-trousers',
    shop: 'halden',
    title: 'Wide trousers',
    category: 'LOWER_BODY',
    material: 'Wool and recycled polyester twill',
    priceMinor: 11900,
    description:
      'High in the waist, easy through the leg, with a hem that is slightly flared and just clears the floor. Side pockets, one button, a zip that stays shut. The hem can be let down by 4 cm.',
    chart: 'trousers',
    colours: [
      {
        slug: 'wide-trousers-charcoal',
        colour: 'Charcoal',
        words: 'Made to go with everything above.',
        picture: { file: 'garments/trousers-charcoal.webp', alt: 'Charcoal wide trousers, front' },
        soldOut: ['XS'],
      },
      {
        slug: 'wide-trousers-camel',
        colour: 'Camel',
        words: 'A warm camel that makes white look whiter.',
        picture: { file: 'garments/trousers-camel.webp', alt: 'Camel wide trousers, front' },
      },
      {
        slug: 'wide-trousers-navy',
        colour: 'Navy',
        words: 'Half of a suit, if you ask them.',
        picture: { file: 'garments/trousers-navy.webp', alt: 'Navy wide trousers, front' },
        soldOut: ['L', 'XL'],
      },
    ],
  },
  {
    style: 'straight-jeans',
    shop: 'halden',
    title: 'Straight jeans',
    category: 'LOWER_BODY',
    material: 'Rigid denim, 100 % cotton, 13 oz',
    priceMinor: 9900,
    description:
      'A straight leg, and a waist that sits where it should. Mid-weight denim without stretch: firm for a week, yours after a month. Sized by the waist in inches.',
    chart: 'jeans',
    colours: [
      {
        slug: 'straight-jeans-indigo',
        colour: 'Indigo',
        words: 'Rinsed once, and left to fade at your pace.',
        picture: { file: 'garments/jeans-indigo.webp', alt: 'Indigo straight jeans, front' },
      },
      {
        slug: 'straight-jeans-black',
        colour: 'Washed black',
        words: 'Black that has already been to a few concerts.',
        picture: { file: 'garments/jeans-black.webp', alt: 'Washed black straight jeans, front' },
        soldOut: ['W26', 'W36'],
      },
    ],
  },
  {
    style: 'shirt-blouse',
    shop: 'marisol-studio',
    title: 'Shirt blouse',
    category: 'UPPER_BODY',
    material: 'Cotton poplin',
    priceMinor: 7900,
    description:
      'We wanted a shirt without a collar to fuss over: a round neck, a row of small covered buttons, and sleeves that stop at the elbow. The poplin is crisp in the morning and kind by evening.',
    chart: 'blouse',
    colours: [
      {
        slug: 'shirt-blouse-blue',
        colour: 'Washed blue',
        words: 'The blue of a shutter after ten summers.',
        picture: { file: 'garments/blouse-blue.webp', alt: 'Washed blue blouse, front' },
      },
      {
        slug: 'shirt-blouse-ivory',
        colour: 'Ivory',
        words: 'Ivory, since plain white was too strict for us.',
        picture: { file: 'garments/blouse-ivory.webp', alt: 'Ivory blouse, front' },
        soldOut: ['36'],
      },
      {
        slug: 'shirt-blouse-rust',
        colour: 'Rust',
        words: 'Named after the boat rail in front of our door.',
        picture: { file: 'garments/blouse-rust.webp', alt: 'Rust blouse, front' },
      },
    ],
  },
  {
    style: 'gathered-skirt',
    shop: 'marisol-studio',
    title: 'Gathered skirt',
    category: 'LOWER_BODY',
    material: 'Linen and cotton',
    priceMinor: 8900,
    description:
      'Knee-length, and gathered by hand into a flat waistband. There are pockets in both side seams, deep enough for a phone and a handful of shells. The linen softens every time you wear it.',
    chart: 'skirt',
    colours: [
      {
        slug: 'gathered-skirt-tobacco',
        colour: 'Tobacco',
        words: 'Wear it with bare legs, or with boots.',
        picture: { file: 'garments/skirt-tobacco.webp', alt: 'Tobacco gathered skirt, front' },
      },
      {
        slug: 'gathered-skirt-black',
        colour: 'Black',
        words: 'The one we pack first, whatever the trip.',
        picture: { file: 'garments/skirt-black.webp', alt: 'Black gathered skirt, front' },
        soldOut: ['34', '44'],
      },
    ],
  },
  {
    style: 'tea-dress',
    shop: 'marisol-studio',
    title: 'Tea dress',
    category: 'DRESS',
    material: 'Tencel twill',
    priceMinor: 12900,
    description:
      'Sleeveless, with a scooped neck and a full skirt that moves when you do. It is cool on the skin, and dry on the line in an hour. We have tried: it also dances.',
    chart: 'fittedDress',
    colours: [
      {
        slug: 'tea-dress-terracotta',
        colour: 'Terracotta',
        words: 'The colour of the pots on our windowsill.',
        picture: { file: 'garments/dress-terracotta.webp', alt: 'Terracotta tea dress, front' },
        soldOut: ['40'],
      },
    ],
  },
  {
    style: 'star-dress',
    shop: 'marisol-studio',
    title: 'Star-flower dress',
    category: 'DRESS',
    material: 'Cotton voile, lined bodice',
    priceMinor: 13900,
    description:
      'Small star flowers, drawn by Marisol herself and printed on the lightest voile we could find. The bodice is fitted, and the skirt has a mind of its own.',
    chart: 'fittedDress',
    colours: [
      {
        slug: 'star-dress-navy',
        colour: 'Navy print',
        words: 'The night side of the same garden.',
        picture: {
          file: 'garments/dress-floral-navy.webp',
          alt: 'Navy dress with a print of stars, front',
        },
        soldOut: ['42', '44'],
      },
      {
        slug: 'star-dress-cream',
        colour: 'Cream print',
        words: 'The day side: rust, blue and mustard on cream.',
        picture: {
          file: 'garments/dress-floral-cream.webp',
          alt: 'Cream dress with a print of stars, front',
        },
      },
    ],
  },
  {
    style: 'column-dress',
    shop: 'marisol-studio',
    title: 'Column dress',
    category: 'DRESS',
    material: 'Viscose crêpe',
    priceMinor: 14900,
    description:
      'Gathered under the bust and straight from there, with short set-in sleeves. The crêpe falls heavily and forgives a suitcase. One colour, many evenings.',
    chart: 'columnDress',
    colours: [
      {
        slug: 'column-dress-green',
        colour: 'Bottle green',
        words: 'Sea glass, seen from the dark side.',
        picture: { file: 'garments/midi-green.webp', alt: 'Bottle green column dress, front' },
      },
      {
        slug: 'column-dress-burgundy',
        colour: 'Burgundy',
        words: 'For the table by the window, and the second bottle.',
        picture: { file: 'garments/midi-burgundy.webp', alt: 'Burgundy column dress, front' },
        soldOut: ['38'],
      },
    ],
  },
];

/** As they hang in the shop, the newest first: kinds, colours and shops take turns. */
const order = [
  'star-dress-cream',
  'boxy-tee-terracotta',
  'column-dress-green',
  'wide-trousers-camel',
  'lounge-sweater-oat',
  'tea-dress-terracotta',
  'shirt-blouse-blue',
  'straight-jeans-indigo',
  'breton-tee-navy',
  'gathered-skirt-tobacco',
  'lounge-sweater-plum',
  'star-dress-navy',
  'boxy-tee-sage',
  'wide-trousers-charcoal',
  'shirt-blouse-rust',
  'column-dress-burgundy',
  'breton-tee-red',
  'straight-jeans-black',
  'boxy-tee-white',
  'gathered-skirt-black',
  'lounge-sweater-forest',
  'shirt-blouse-ivory',
  'wide-trousers-navy',
  'boxy-tee-black',
];

export type DemoGarment = Omit<DemoStyle, 'colours'> &
  Omit<DemoColour, 'words' | 'picture'> & { pictures: DemoPicture[] };

/** Newest first. */
export const demoGarments: DemoGarment[] = styles
  .flatMap(({ colours, ...style }) =>
    colours.map(({ words, picture, ...colour }) => ({
      ...style,
      ...colour,
      pictures: [picture, wornPicture(picture, colour.slug)].filter((one) => one !== null),
      description: `${style.description} ${words}`,
    })),
  )
  .sort((a, b) => order.indexOf(a.slug) - order.indexOf(b.slug));
