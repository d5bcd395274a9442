import { type DraftField, pictureOfAlt } from './garment-draft.ts';

const names: Record<string, string> = {
  title: 'Title',
  category: 'Kind',
  price: 'Price',
  description: 'Description',
  colour: 'Colour',
  material: 'Material',
  productType: 'Product type',
  tags: 'Tags',
  variants: 'Sizes and stock',
  sizeChart: 'Size chart',
  pictureOrder: 'Order of the pictures',
  pinnedPictureId: 'Picture for try-ons',
};

export const fieldName = (field: DraftField): string =>
  pictureOfAlt(field) ? 'Picture words' : (names[field] ?? field);

/** "Title, Price and Size chart"; each once. */
export function fieldList(fields: readonly DraftField[]): string {
  const said = [...new Set(fields.map(fieldName))];
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(said);
}
