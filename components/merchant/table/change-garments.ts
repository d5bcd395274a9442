import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import {
  type BulkBody,
  type BulkChange,
  type BulkResult,
  bulkResult,
} from '#lib/contracts/garment-table.ts';
import type { TableQuery } from '#lib/domain/garment-table.ts';
import type { Selection } from './use-selection.ts';

/** Both throw ProblemError when the server refuses, UnreachableError when no answer came. */
export function changeGarments(
  api: string,
  { selection, query, change }: { selection: Selection; query: TableQuery; change: BulkChange },
): Promise<BulkResult> {
  const { sort: _, ...narrowing } = query;
  const body: BulkBody = {
    selection:
      selection.kind === 'all'
        ? { all: narrowing, count: selection.count }
        : { ids: [...selection.ids] },
    change,
  };
  return fetchJson(`${api}/garments/bulk`, bulkResult, jsonBody(body));
}

export function undoChange(api: string, id: string): Promise<BulkResult> {
  return fetchJson(`${api}/garments/bulk/${id}/undo`, bulkResult, { method: 'POST' });
}

const garments = (count: number) => (count === 1 ? '1 garment' : `${count} garments`);

const becomes = { ACTIVE: 'published', DRAFT: 'back to draft', ARCHIVED: 'archived' } as const;

/** What became of a change, in a sentence. */
export const sayChanged = (result: BulkResult, change: BulkChange): string =>
  sayResult(result, change.kind === 'status' ? becomes[change.status] : 'changed');

/** The same of an undoing. */
export const sayUndone = (result: BulkResult): string => sayResult(result, 'as before');

function sayResult({ changed, same, left }: BulkResult, done: string): string {
  const parts = [
    changed > 0 || (same === 0 && left.count === 0) ? `${garments(changed)} ${done}.` : '',
    same > 0 ? `${garments(same)} already so.` : '',
    left.count > 0
      ? `${garments(left.count)} left as ${left.count === 1 ? 'it is' : 'they are'}.`
      : '',
  ];
  return parts.filter(Boolean).join(' ');
}
