import type { DemoStyle } from './demo-style.ts';

/** What Halden sells. Plain words, facts first. */
export const haldenStyles: DemoStyle[] = [
  {
    style: 'boxy-tee',
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
];
