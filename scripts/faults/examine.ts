import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { db } from '#lib/server/db.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { type Acknowledged, insist } from './crowd.ts';
import { readTakeovers, type Takeover } from './lease-book.ts';
import type { Figures } from './report.ts';
import { type Circumstances, type Evidence, judge, type Post, type Wrong } from './verdict.ts';
import type { World } from './world.ts';

/**
 * Waits until all acknowledged try-ons are final, or until none has become so for a while: a busy
 * machine takes its time, and that is not what is judged here.
 */
export async function untilQuiet(
  tryOns: readonly Acknowledged[],
  patienceMs: number,
): Promise<void> {
  const ids = tryOns.map(({ id }) => id);
  let open = ids.length;
  let movedAt = Date.now();
  while (open > 0 && Date.now() - movedAt < patienceMs) {
    await pause(200);
    const left = await insist(() => countOpen(ids));
    if (left < open) movedAt = Date.now();
    open = left;
  }
}

const countOpen = (ids: string[]) =>
  db().tryOn.count({
    where: { id: { in: ids }, state: { in: ['queued', 'sending', 'running', 'saving'] } },
  });

const rowSelect = {
  id: true,
  state: true,
  version: true,
  requestId: true,
  completedAt: true,
  finishedAt: true,
  resultMediaId: true,
  resultMedia: { select: { storageKey: true, sha256: true, deleteAfter: true } },
  events: { select: { version: true, kind: true, state: true, at: true }, orderBy: { id: 'asc' } },
  usage: { select: { kind: true }, orderBy: { at: 'asc' } },
} as const;

type Row = Awaited<ReturnType<typeof readRows>>[number];

const readRows = (ids: string[]) =>
  db().tryOn.findMany({ where: { id: { in: ids } }, select: rowSelect });

async function pictureOf({ resultMedia }: Row): Promise<Evidence['picture']> {
  if (!resultMedia) return 'none';
  const bytes = await storage().getBytes(resultMedia.storageKey);
  const sha256 = bytes && createHash('sha256').update(bytes).digest('hex');
  return sha256 === resultMedia.sha256 && !resultMedia.deleteAfter ? 'whole' : 'damaged';
}

const evidenceOf = async (row: Row, posts: Post[]): Promise<Evidence> => ({
  state: row.state,
  version: row.version,
  requestId: row.requestId,
  events: row.events.map((event) => ({ ...event, at: event.at.getTime() })),
  usage: row.usage.map(({ kind }) => kind),
  picture: await pictureOf(row),
  posts,
});

export interface Examined {
  figures: Figures;
  /** Rows whose holder died. */
  orphaned: ReadonlySet<string>;
  /** What was wrong, in words, the first few. */
  complaints: string[];
  endings: Map<string, string>;
}

/** Looks at every acknowledged try-on, and at what the sandbox received for it. */
export async function examine(
  world: World,
  tryOns: readonly Acknowledged[],
  posts: ReadonlyMap<number, Post[]>,
  circumstances: (tryOn: Acknowledged) => Circumstances,
): Promise<Examined> {
  const wrong: Record<Wrong, number> = { lost: 0, doubled: 0, stuck: 0, disorder: 0 };
  const states: Record<string, number> = {};
  const complaints: string[] = [];
  const endings = new Map<string, string>();
  let resent = 0;
  const saving: number[] = [];
  for (let first = 0; first < tryOns.length; first += 200) {
    const batch = tryOns.slice(first, first + 200);
    const rows = new Map((await readRows(batch.map(({ id }) => id))).map((row) => [row.id, row]));
    for (const tryOn of batch) {
      const row = rows.get(tryOn.id);
      const received = posts.get(tryOn.seed) ?? [];
      const evidence = row ? await evidenceOf(row, received) : null;
      if (evidence) {
        states[evidence.state] = (states[evidence.state] ?? 0) + 1;
        endings.set(tryOn.id, evidence.state);
        if (row?.state === 'succeeded' && row.completedAt && row.finishedAt) {
          saving.push((row.finishedAt.getTime() - row.completedAt.getTime()) / 1_000);
        }
        const sendings = evidence.events.filter(({ kind }) => kind === 'sending').length;
        if (sendings > 1) resent += 1;
      }
      const findings = judge(evidence, circumstances(tryOn));
      for (const finding of findings) {
        if (complaints.length < 20) complaints.push(`${tryOn.id} ${finding.wrong}: ${finding.why}`);
      }
      for (const kind of new Set(findings.map((finding) => finding.wrong))) wrong[kind] += 1;
    }
  }
  const takeovers = await readTakeovers(world.fleet.deaths);
  const own = new Set(tryOns.map(({ id }) => id));
  return {
    figures: {
      'try-ons': tryOns.length,
      ...wrong,
      unknown: states.unknown ?? 0,
      'sent again': resent,
      ...(saving.length > 0 && { 'COMPLETED to saved, p99 s': percentile(saving, 0.99) }),
      ...takeoverFigures(takeovers.filter(({ tryOn }) => own.has(tryOn))),
    },
    orphaned: new Set(takeovers.map(({ tryOn }) => tryOn)),
    complaints,
    endings,
  };
}

function takeoverFigures(takeovers: Takeover[]): Figures {
  if (takeovers.length === 0) return {};
  const seconds = takeovers.filter(({ sent }) => sent).map(({ ms }) => ms / 1_000);
  const queued = takeovers.filter(({ sent }) => !sent).map(({ ms }) => ms / 1_000);
  return {
    takeovers: seconds.length,
    'p50 s': percentile(seconds, 0.5),
    'p99 s': percentile(seconds, 0.99),
    'back in the queue': queued.length,
    'their p99 s': percentile(queued, 0.99),
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
