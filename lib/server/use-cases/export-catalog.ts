import 'server-only';
import { toCatalogItem, type WritingRules } from '#lib/domain/catalog-garment.ts';
import type { CatalogItem } from '#lib/domain/catalog-item.ts';
import type { GarmentStatus } from '#lib/domain/garment-status.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { publicUrl } from '#lib/server/http/public-url.ts';
import { textStream } from '#lib/server/http/text-stream.ts';
import { catalogWriter } from '#lib/server/imports/catalog-writers.ts';
import { type GarmentPlace, listKnownGarments } from '#lib/server/repositories/catalog-garments.ts';

const PAGE = 200;

export interface CatalogFile {
  name: string;
  contentType: string;
  body: ReadableStream<Uint8Array>;
}

/**
 * The shop's garments as a file that can be imported again and then changes nothing. It is written as
 * it is read: a page of garments is in memory at a time.
 *
 * @throws AppError not_found, also for a format that nobody writes
 */
export async function exportCatalog(
  actor: Actor,
  shop: string,
  format: string,
  { status }: { status?: GarmentStatus },
  now = new Date(),
): Promise<CatalogFile> {
  const { shop: own } = await requireMember(actor, shop);
  const writer = catalogWriter(format);
  if (!writer) throw new AppError('not_found');
  // Of the page that is being written: an item is written before the next one is asked for.
  let slugs = new Map<string, string>();
  const items = () =>
    itemsOf(own.id, status, writer.rules, (page) => {
      slugs = page;
    });
  const text = writer.write(items, {
    ...own,
    linkOf: ({ importKey }) => publicUrl(`/garments/${slugs.get(importKey) ?? ''}`),
  });
  const day = now.toISOString().slice(0, 10);
  return {
    name: `${own.slug}-${format.replace('_', '-')}-${day}.${writer.extension}`,
    contentType: writer.contentType,
    body: textStream(text),
  };
}

async function* itemsOf(
  shopId: string,
  status: GarmentStatus | undefined,
  rules: WritingRules,
  onPage: (slugs: Map<string, string>) => void,
): AsyncGenerator<CatalogItem> {
  let after: GarmentPlace | undefined;
  for (;;) {
    const page = await listKnownGarments(db(), shopId, { after, limit: PAGE, status });
    onPage(new Map(page.map(({ state, slug }) => [state.importKey ?? slug, slug])));
    for (const { state, slug } of page) yield toCatalogItem(state, slug, rules);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = { style: last.state.style, id: last.id };
  }
}
