import 'server-only';
import { randomUUID } from 'node:crypto';
import { db } from '#lib/server/db.ts';
import { type Beat, recordBeat } from '#lib/server/repositories/ops-workers.ts';

/** A sign of life of one worker, to be given every ten seconds or so. */
export function beatOf(kind: Beat['kind']): () => Promise<void> {
  const beat: Beat = { id: randomUUID(), kind, startedAt: new Date() };
  return () => recordBeat(db(), beat, new Date());
}
