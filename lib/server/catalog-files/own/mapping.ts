import 'server-only';
import { type ColumnMapping, type OwnField, ownHeaders } from '#lib/domain/catalog/own-columns.ts';
import { quoted } from '../problems.ts';

/**
 * What a shop said of its columns, and of those that it said nothing of, what our own are about: they
 * were added when we wrote its file.
 */
export function completeMapping(headers: readonly string[], mapping: ColumnMapping): ColumnMapping {
  const taken = new Set(Object.values(mapping));
  const ours = new Map<string, OwnField>(
    (Object.entries(ownHeaders) as [OwnField, string][]).map(([field, header]) => [header, field]),
  );
  return Object.fromEntries(
    headers.map((header) => {
      if (Object.hasOwn(mapping, header)) return [header, mapping[header] ?? null];
      const field = ours.get(header);
      return [header, field && !taken.has(field) ? field : null];
    }),
  );
}

/** Why a table cannot be read like this; null when it can. */
export function mappingProblem(
  headers: readonly string[],
  mapping: ColumnMapping,
  said: ColumnMapping = {},
): string | null {
  const gone = Object.keys(said).find((header) => said[header] && !headers.includes(header));
  if (gone !== undefined) {
    return `The column ${quoted(gone)} is not in this file. Say once more what its columns are.`;
  }
  const byField = new Map<OwnField, string>();
  for (const header of headers) {
    const field = mapping[header];
    if (!field) continue;
    const other = byField.get(field);
    if (other !== undefined && field !== 'pictures') {
      return `Two columns cannot both be “${ownHeaders[field]}”: ${quoted(other)} and ${quoted(header)}. Choose one.`;
    }
    byField.set(field, header);
  }
  return byField.has('key') || byField.has('title')
    ? null
    : 'Say which column has the title, or what your shop calls a garment by.';
}
