import type { ImportDetail, ImportItemsQuery } from '#lib/contracts/import.ts';

/**
 * The lists of a preview: by what would become of a garment, and what would be skipped by why, since
 * only what is undecided waits for somebody.
 */
export const previewParts = ['CREATE', 'UPDATE', 'unchanged', 'undecided', 'ERROR'] as const;
export type PreviewPart = (typeof previewParts)[number];

export function countPart(run: ImportDetail, part: PreviewPart): number {
  switch (part) {
    case 'CREATE':
      return run.creates;
    case 'UPDATE':
      return run.updates;
    case 'unchanged':
      return run.unchanged;
    case 'undecided':
      return run.skips - run.unchanged;
    case 'ERROR':
      return run.errors;
  }
}

export function filterOf(part: PreviewPart): Pick<ImportItemsQuery, 'action' | 'reason'> {
  switch (part) {
    case 'unchanged':
    case 'undecided':
      return { action: 'SKIP', reason: part };
    case 'CREATE':
    case 'UPDATE':
    case 'ERROR':
      return { action: part };
  }
}
