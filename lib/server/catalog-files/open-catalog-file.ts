import 'server-only';
import { inBlocks, peekBlock } from './blocks.ts';
import { decodeFile } from './encoding.ts';
import { tellOtherFile } from './file-kind.ts';
import { catalogFileLimits } from './limits.ts';
import { openTable } from './open-table.ts';
import { openXml } from './open-xml.ts';
import {
  type CatalogEntry,
  type OpenedCatalogFile,
  type OpenOptions,
  refused,
} from './opened-file.ts';
import { error, warning } from './problems.ts';

/**
 * Shops' catalog files: read as garments, written from garments.
 *
 *   const file = await openCatalogFile(chunks, { currency: 'EUR' });
 *   switch (file.kind) {
 *     case 'refused': …file.problem                      // no catalog: an Excel file, a picture, empty
 *     case 'needs_mapping': …file.columns                // unknown headers: ask, open again with `mapping`
 *     case 'readable': for await (const entry of file.entries()) …
 *   }
 *
 * An entry is a garment, or a problem of a line that belongs to none. A garment with an error among its
 * problems must not be taken: it may be incomplete. Everything is read as it is asked for, in bounded
 * memory; `entries()` can be walked once, and the chunks are read no further when it is left early.
 *
 * What comes in colours is one item a colour, with the same `style`. A `stock` of 1 may only mean that
 * there is some: feeds and uncounted sizes say no more. `source` has what the file says and we do not
 * understand, or not all of: hand it back to the writers, and they give the file back as it was.
 */
export async function openCatalogFile(
  chunks: AsyncIterable<Uint8Array>,
  options: OpenOptions,
): Promise<OpenedCatalogFile> {
  const limits = { ...catalogFileLimits, ...options.limits };
  const raw = await peekBlock(inBlocks(chunks));
  const other = tellOtherFile(raw.head);
  if (other) return refused(other);
  const decoded = decodeFile(raw.head, raw.all);
  const text = await peekBlock(decoded.blocks);
  const isXml = text.head.toString('utf8').trimStart().startsWith('<');
  const opened = isXml
    ? await openXml(text, { ...options, limits })
    : await openTable(text, { ...options, limits });
  if (opened.kind !== 'readable') return opened;
  return {
    ...opened,
    encoding: decoded.encoding(),
    async *entries() {
      let isEmpty = true;
      for await (const entry of opened.entries()) {
        isEmpty = false;
        yield entry;
      }
      if (isEmpty)
        yield noted(error({ line: 1 }, 'There is nothing in this file but its headers.'));
      // It may only show at the end, since all before may have been ASCII.
      if (decoded.encoding() === 'windows-1252') yield noted(warning({ line: 1 }, READ_AS_WINDOWS));
    },
  };
}

const READ_AS_WINDOWS =
  'The file is not in UTF-8; it was read as Windows-1252. Look whether ä, é and € are right, or save it as CSV (UTF-8).';

const noted = (problem: (CatalogEntry & { kind: 'problem' })['problem']): CatalogEntry => ({
  kind: 'problem',
  problem,
});
