import type { Tone } from '#components/ui/badge.tsx';
import type { kindReasons } from '#lib/contracts/import.ts';
import type { PlanField } from '#lib/domain/garment-plan.ts';
import type { ImportOutcome, ImportState, SkipReason } from '#lib/domain/import-run.ts';
import type { PreviewPart } from './preview-parts.ts';

/** What the import pages call things. */

export const stateWords: Record<ImportState, { name: string; tone: Tone }> = {
  uploading: { name: 'Uploading', tone: 'info' },
  uploaded: { name: 'Waiting', tone: 'info' },
  needs_mapping: { name: 'Columns to name', tone: 'warning' },
  reading: { name: 'Reading', tone: 'info' },
  ready: { name: 'Preview', tone: 'info' },
  applying: { name: 'Applying', tone: 'info' },
  applied: { name: 'Applied', tone: 'success' },
  undoing: { name: 'Undoing', tone: 'info' },
  undone: { name: 'Undone', tone: 'neutral' },
  failed: { name: 'Stopped', tone: 'danger' },
  cancelled: { name: 'Put away', tone: 'neutral' },
};

export const partWords: Record<PreviewPart, { name: string; empty: string }> = {
  CREATE: { name: 'New', empty: 'The file brings nothing that the shop has not.' },
  UPDATE: { name: 'Changed', empty: 'Nothing of what the shop has would change.' },
  unchanged: { name: 'Unchanged', empty: 'Nothing in the file is as the shop has it.' },
  undecided: { name: 'Left out', empty: 'Nothing is left out.' },
  ERROR: { name: 'Errors', empty: 'There is no error in the file.' },
};

export const skipWords: Record<SkipReason, string> = {
  unchanged: 'Nothing changes',
  undecided: 'Say what it is',
};

export const outcomeWords: Record<ImportOutcome, string> = {
  PENDING: '',
  APPLIED: '',
  CHANGED_MEANWHILE: 'Changed meanwhile, left as it is',
  REMOVED: 'Removed',
  ARCHIVED: 'Archived: somebody’s look, bag or order has it',
  RESTORED: 'As it was before',
  KEPT: 'Kept: it was changed since',
};

export const fieldWords: Record<PlanField, string> = {
  title: 'Title',
  category: 'Kind',
  status: 'Status',
  price: 'Price',
  variants: 'Sizes',
  pictures: 'Pictures',
  colour: 'Colour',
  style: 'Style',
  material: 'Material',
  productType: 'Product type',
  tags: 'Tags',
  description: 'Description',
  sizeChart: 'Size chart',
  source: 'Other columns',
};

export const becauseWords: Record<(typeof kindReasons)[number], string> = {
  own_column: 'as the file says',
  product_category: 'by its category',
  product_type: 'by its product type',
  title: 'by its title',
  tags: 'by its tags',
  unknown: 'not known',
  chosen: 'chosen here',
};

const formats: Record<string, string> = {
  shopify: 'Shopify products',
  google_tsv: 'Google feed (TSV)',
  google_xml: 'Google feed (XML)',
  own: 'Own columns',
};

export const formatName = (format: string | null) => (format && formats[format]) ?? format ?? '';

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024
    ? `${Math.round(kilobytes)} kB`
    : `${(kilobytes / 1024).toFixed(1).replace(/\.0$/, '')} MB`;
}

const number = new Intl.NumberFormat('en-GB');
export const figure = (value: number) => number.format(value);

export const counted = (value: number, one: string, many = `${one}s`) =>
  `${figure(value)} ${value === 1 ? one : many}`;

// One time zone for server and browser, or the two would print different days.
const moment = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});
export const momentOf = (iso: string) => `${moment.format(new Date(iso))} UTC`;

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
export const dayOf = (iso: string) => day.format(new Date(iso));
