import type { DemoStyle } from './demo-style.ts';

/** What Marisol Studio sells. It says "we", and the sea is never far. */
export const marisolStyles: DemoStyle[] = [
  {
    style: 'shirt-blouse',
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
