import type { demoShops } from './demo-collection.ts';
import { haldenStyles } from './demo-halden.ts';
import { marisolStyles } from './demo-marisol.ts';
import type { DemoColour, DemoStyle } from './demo-style.ts';
import { type DemoPicture, wornPicture } from './demo-worn.ts';

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
  Omit<DemoColour, 'words' | 'picture'> & {
    shop: (typeof demoShops)[number]['slug'];
    pictures: DemoPicture[];
  };

/** Newest first. */
export const demoGarments: DemoGarment[] = [
  ...haldenStyles.map((style) => ({ ...style, shop: 'halden' as const })),
  ...marisolStyles.map((style) => ({ ...style, shop: 'marisol-studio' as const })),
]
  .flatMap(({ colours, ...style }) =>
    colours.map(({ words, picture, ...colour }) => ({
      ...style,
      ...colour,
      pictures: [picture, wornPicture(picture, colour.slug)].filter((one) => one !== null),
      description: `${style.description} ${words}`,
    })),
  )
  .sort((a, b) => order.indexOf(a.slug) - order.indexOf(b.slug));
