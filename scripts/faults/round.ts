import { setTimeout as pause } from 'node:timers/promises';
import type { TryOnState } from '#lib/domain/try-on.ts';
import { db } from '#lib/server/db.ts';
import { type Acknowledged, type Crowd, insist } from './crowd.ts';
import { type Examined, examine, untilQuiet } from './examine.ts';
import type { ProviderBook } from './provider-book.ts';
import type { Figures, RoundReport } from './report.ts';
import type { Circumstances } from './verdict.ts';
import type { World } from './world.ts';

/** What every round works with. */
export interface Stage {
  world: World;
  crowd: Crowd;
  book: ProviderBook;
}

export const PATIENCE_MS = 90_000;

/** Runs `work` with workers that nobody kills; they are told to stop at the end. */
export async function withWorkers<T>(
  { world }: Stage,
  workers: number,
  env: Record<string, string>,
  work: () => Promise<T>,
): Promise<T> {
  await Promise.all(Array.from({ length: workers }, () => world.fleet.start(env)));
  try {
    return await work();
  } finally {
    await world.fleet.stopAll();
  }
}

export async function statesOf(tryOns: readonly Acknowledged[]): Promise<TryOnState[]> {
  const ids = tryOns.map(({ id }) => id);
  const rows = await insist(() =>
    db().tryOn.findMany({ where: { id: { in: ids } }, select: { state: true } }),
  );
  return rows.map(({ state }) => state);
}

/** Looks again and again. False when it did not come to be in time. */
export async function eventually(
  holds: () => Promise<boolean>,
  patienceMs = PATIENCE_MS,
): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > until) return false;
    await pause(50);
  }
  return true;
}

/** Waits for quiet, examines the try-ons of the round and makes its report. */
export async function conclude(
  { world, book }: Stage,
  name: string,
  tryOns: readonly Acknowledged[],
  more: {
    faults?: Figures;
    figures?: Figures;
    broken?: (examined: Examined) => (string | false)[];
    circumstances?: Circumstances;
    patienceMs?: number;
    notes?: Record<string, string>;
  } = {},
): Promise<RoundReport> {
  await untilQuiet(tryOns, more.patienceMs ?? PATIENCE_MS);
  const circumstances = more.circumstances ?? { forgottenAt: [], mayFail: false };
  const examined = await examine(world, tryOns, await book.close(), () => circumstances);
  return {
    name,
    faults: more.faults ?? {},
    figures: { ...examined.figures, ...more.figures },
    broken: [
      ...examined.complaints,
      ...(more.broken?.(examined) ?? []).filter((line) => line !== false),
    ],
    ...(more.notes && { notes: more.notes }),
  };
}
