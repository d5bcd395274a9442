import { kindWords } from '../kind-words.ts';
import { type DraftField, type GarmentDraft, isBlankVariant } from './garment-draft.ts';

/** What stands in a field, in words, so that two versions of it can be compared. */
export function valueWords(field: DraftField, draft: GarmentDraft): string {
  switch (field) {
    case 'category':
      return draft.category ? kindWords[draft.category].name : nothing;
    case 'tags':
      return draft.tags.join(', ') || nothing;
    case 'variants':
      return variantWords(draft);
    case 'sizeChart':
      return chartWords(draft);
    case 'pictureOrder':
      return `${draft.pictureOrder.length} pictures in another order`;
    case 'pinnedPictureId':
      return draft.pinnedPictureId
        ? `Picture ${draft.pictureOrder.indexOf(draft.pinnedPictureId) + 1}`
        : 'The first picture';
    default:
      return String(draft[field] ?? '').trim() || nothing;
  }
}

const nothing = 'Nothing';

function variantWords({ variants }: GarmentDraft): string {
  const rows = variants
    .filter((row) => !isBlankVariant(row))
    .map(({ size, price, stock, sku, barcode, externalId }) =>
      [size, price, `${stock || 0} in stock`, sku, barcode, externalId].filter(Boolean).join(' · '),
    );
  return rows.join('\n') || nothing;
}

function chartWords({ sizeChart: { columns, rows } }: GarmentDraft): string {
  if (columns.length === 0) return nothing;
  const head = columns.map(({ name }) => name).join(', ');
  const lines = rows.map(
    ({ size, values }) => `${size}: ${columns.map(({ id }) => values[id] || '–').join(', ')}`,
  );
  return [head, ...lines].join('\n');
}
