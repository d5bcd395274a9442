import 'server-only';
import { dayOf } from '#lib/domain/figure-days.ts';
import { counters } from '#lib/domain/figures.ts';
import { type FiguresQuery, periodOf } from '#lib/domain/figures-query.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { writeCsv } from '#lib/server/catalog-files/csv/write-csv.ts';
import { db } from '#lib/server/db.ts';
import { textStream } from '#lib/server/http/text-stream.ts';
import { listGarmentFiguresAfter } from '#lib/server/repositories/figures-reading.ts';

const PAGE = 500;

/** As the page names them; counts of visits first. */
const headers: Record<(typeof counters)[number], string> = {
  views: 'Visits',
  opens: 'Opened the fitting room',
  choices: 'Chose who wears it',
  asks: 'Asked for a try-on',
  looks: 'Saw a look',
  bags: 'Put into the bag',
  bagsAfterLook: 'Put into the bag after a look',
  orders: 'Ordered or went to checkout',
  tryOns: 'Try-ons',
  succeeded: 'Succeeded',
  failed: 'Failed',
  blocked: 'Blocked',
  complaints: 'Complaints',
  costMicros: 'Cost (USD)',
};

/**
 * The figures of each garment over a period, as a file for a spreadsheet.
 *
 * @throws AppError not_found for somebody who does not belong to the shop
 */
export async function exportFigures(
  actor: Actor,
  shop: string,
  query: FiguresQuery,
  now = new Date(),
): Promise<{ name: string; body: ReadableStream<Uint8Array> }> {
  const { shop: own } = await requireMember(actor, shop);
  const period = periodOf(query, dayOf(now));
  return {
    name: `${own.slug}-figures-${period.from}-${period.to}.csv`,
    body: textStream(writeCsv(rowsOf(own.id, query, period))),
  };
}

async function* rowsOf(
  shopId: string,
  { category, garment }: FiguresQuery,
  period: { from: string; to: string },
): AsyncGenerator<string[]> {
  yield ['From', 'To', 'Garment', 'Colour', ...counters.map((name) => headers[name])];
  const scope = { period, category: garment ? null : category, garment, limit: PAGE };
  let after: string | null = '';
  while (after !== null) {
    const { garments, last } = await listGarmentFiguresAfter(db(), shopId, { ...scope, after });
    for (const { title, colour, ...counts } of garments) {
      const values = counters.map((name) =>
        name === 'costMicros' ? (counts.costMicros / 1e6).toFixed(6) : String(counts[name]),
      );
      yield [period.from, period.to, title, colour, ...values];
    }
    after = last;
  }
}
