import 'server-only';
import type { AuditQuery } from '#lib/domain/audit-query.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { writeCsv } from '#lib/server/catalog-files/csv/write-csv.ts';
import { db } from '#lib/server/db.ts';
import { textStream } from '#lib/server/http/text-stream.ts';
import { listAuditEntries } from '#lib/server/repositories/audit-log.ts';

const PAGE = 500;

const header = [
  'Entry',
  'At (UTC)',
  'Actor id',
  'Actor',
  'Action',
  'Subject type',
  'Subject id',
  'Subject',
  'Shop id',
  'Detail',
];

/** What a filter of the log shows, all of it, as a file for a spreadsheet. @throws AppError forbidden */
export function exportAuditEntries(
  actor: Actor,
  query: AuditQuery,
  now = new Date(),
): { name: string; body: ReadableStream<Uint8Array> } {
  assertAdmin(actor);
  return {
    name: `audit-log-${now.toISOString().slice(0, 10)}.csv`,
    body: textStream(writeCsv(rowsOf(query))),
  };
}

async function* rowsOf(query: AuditQuery): AsyncGenerator<string[]> {
  yield header;
  let before: bigint | null = null;
  for (;;) {
    const entries = await listAuditEntries(db(), query, { before, limit: PAGE });
    for (const { id, at, actorId, actor, action, subject, shopId, detail } of entries) {
      const told = Object.keys(detail).length > 0 ? JSON.stringify(detail) : '';
      const who = [actorId, actor ?? ''];
      const what = [action, subject.type, subject.id, subject.name ?? ''];
      yield [id, at, ...who, ...what, shopId ?? '', told];
    }
    const last = entries.at(-1);
    if (!last || entries.length < PAGE) return;
    before = BigInt(last.id);
  }
}
