import 'server-only';
import type { Peeked } from './blocks.ts';
import { attributeOf, googleDialect, looksLikeGoogle } from './google/attributes.ts';
import { googleKey, readGoogleGroup } from './google/read-group.ts';
import { readXmlRecords } from './google/xml-records.ts';
import { NO_DOCTYPE, readXmlRows } from './google/xml-rows.ts';
import { DoctypeFound, nextTag } from './google/xml-tags.ts';
import { groupRows } from './group-rows.ts';
import {
  type CatalogEntry,
  type OpenedText,
  type OpenTextOptions,
  refused,
} from './opened-file.ts';
import { type RowOrLoss, untilTooBroken } from './rows.ts';

const NO_RECORDS =
  'There are no products in this XML: a feed has them as <item> or <entry>. Export it as a Google Merchant feed.';

/** A feed in XML. */
export async function openXml(
  { head, all }: Peeked,
  { currency, limits }: OpenTextOptions,
): Promise<OpenedText> {
  try {
    nextTag(head.toString('utf8'), 0, false);
  } catch (failure) {
    if (failure instanceof DoctypeFound) return refused(NO_DOCTYPE);
    throw failure;
  }
  const rows = untilTooBroken(readXmlRows(readXmlRecords(all(), limits.row), limits), limits);
  const first = await rows.next();
  if (first.done) return refused(NO_RECORDS);
  const headers = first.value.kind === 'row' ? [...first.value.row.headers] : [];
  const dialect = googleDialect('xml', currency);
  async function* withFirst(value: RowOrLoss): AsyncGenerator<RowOrLoss> {
    yield value;
    yield* rows;
  }
  const grouping = { keyOf: googleKey, keyColumn: keyIn(headers), limits };
  return {
    kind: 'readable',
    format: 'google_xml',
    isSure: looksLikeGoogle(headers),
    headers,
    async *entries(): AsyncGenerator<CatalogEntry> {
      for await (const next of groupRows(withFirst(first.value), grouping)) {
        if (next.kind === 'problem') yield next;
        else for (const item of readGoogleGroup(next.group, dialect)) yield { kind: 'item', item };
      }
    },
  };
}

const keyIn = (headers: string[]) =>
  headers.find((header) => attributeOf(header) === 'id') ?? 'g:id';
