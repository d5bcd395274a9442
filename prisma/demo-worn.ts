import type { demoHouseModels } from './demo-collection.ts';

/** Which house model wears which garment of the demo, and what with. */

export interface DemoPicture {
  /** Below `public/demo`. */
  file: string;
  alt: string;
}

interface DemoWorn {
  /** Below `public/demo/worn`, without its ending. */
  file: string;
  model: (typeof demoHouseModels)[number]['name'];
  /** What else is worn; nothing with a dress. */
  with?: string;
}

/** By the garment's slug. */
export const demoWorn: Partial<Record<string, DemoWorn>> = {
  'boxy-tee-white': { file: 'f2-tee-white', model: 'Imani', with: 'indigo jeans' },
  'boxy-tee-black': { file: 'm3-tee-black', model: 'Jonas', with: 'indigo jeans' },
  'boxy-tee-sage': { file: 'm3-tee-sage', model: 'Jonas', with: 'camel trousers' },
  'boxy-tee-terracotta': { file: 'm1-tee-terracotta', model: 'Tomás', with: 'charcoal trousers' },
  'breton-tee-navy': { file: 'f1-stripe-navy', model: 'Noor', with: 'indigo jeans' },
  'breton-tee-red': { file: 'f1-stripe-red', model: 'Noor', with: 'washed black jeans' },
  'lounge-sweater-oat': { file: 'f2-sweater-oat', model: 'Imani', with: 'indigo jeans' },
  'lounge-sweater-forest': { file: 'm3-sweater-forest', model: 'Jonas', with: 'charcoal trousers' },
  'lounge-sweater-plum': { file: 'f5-sweater-plum', model: 'Vera', with: 'charcoal trousers' },
  'wide-trousers-charcoal': { file: 'm1-trousers-charcoal', model: 'Tomás', with: 'a sage tee' },
  'wide-trousers-camel': { file: 'f4-trousers-camel', model: 'Elsa', with: 'an ivory blouse' },
  'wide-trousers-navy': { file: 'f5-trousers-navy', model: 'Vera', with: 'an ivory blouse' },
  'straight-jeans-indigo': { file: 'm3-jeans-indigo', model: 'Jonas', with: 'a white tee' },
  'straight-jeans-black': { file: 'm1-jeans-black', model: 'Tomás', with: 'a white tee' },
  'shirt-blouse-blue': { file: 'f4-blouse-blue', model: 'Elsa', with: 'charcoal trousers' },
  'shirt-blouse-ivory': { file: 'f2-blouse-ivory', model: 'Imani', with: 'indigo jeans' },
  'shirt-blouse-rust': { file: 'f1-blouse-rust', model: 'Noor', with: 'washed black jeans' },
  'gathered-skirt-tobacco': { file: 'f1-skirt-tobacco', model: 'Noor', with: 'an ivory blouse' },
  'gathered-skirt-black': { file: 'f1-skirt-black', model: 'Noor', with: 'a red Breton tee' },
  'tea-dress-terracotta': { file: 'f2-dress-terracotta', model: 'Imani' },
  'star-dress-navy': { file: 'f4-dress-floral-navy', model: 'Elsa' },
  'star-dress-cream': { file: 'f1-dress-floral-cream', model: 'Noor' },
  'column-dress-green': { file: 'f4-midi-green', model: 'Elsa' },
  'column-dress-burgundy': { file: 'f5-midi-burgundy', model: 'Vera' },
};

/** @param picture the garment alone; what is said of it is said of the worn one, too */
export function wornPicture(picture: DemoPicture, slug: string): DemoPicture | null {
  const worn = demoWorn[slug];
  if (!worn) return null;
  const garment = picture.alt.replace(/, front$/, '');
  const company = worn.with ? ` with ${worn.with}` : '';
  return {
    file: `worn/${worn.file}.webp`,
    alt: `${garment}, worn by the house model ${worn.model}${company}`,
  };
}
