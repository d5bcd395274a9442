import 'server-only';
import { bucketSize, keptForShoppers } from '#lib/domain/sending-room.ts';
import { WARN_AFTER_MS } from '#lib/domain/try-on.ts';
import { db } from '#lib/server/db.ts';
import { callsPerMinute, provider } from '#lib/server/provider.ts';
import {
  addSample,
  findNewestSample,
  measureQueue,
  noteCredits,
  type Sample,
} from '#lib/server/repositories/ops-samples.ts';
import { countAlive } from '#lib/server/repositories/ops-workers.ts';
import { readGate, takeCalls } from '#lib/server/repositories/provider-gate.ts';

/** The balance is asked for at most so often; in between the last answer stands. */
const CREDITS_EVERY_MS = 5 * 60_000;

/**
 * Notes how things stand in this minute.
 *
 * @returns null when another process has done so already.
 */
export async function takeSample(minute: Date, now: Date): Promise<Sample | null> {
  const perMinute = callsPerMinute();
  const [queue, workers, gate, last] = await Promise.all([
    measureQueue(db(), now, new Date(now.getTime() - WARN_AFTER_MS)),
    countAlive(db(), now),
    readGate(db(), perMinute, now),
    findNewestSample(db()),
  ]);
  const refilled = (perMinute * Math.max(0, now.getTime() - gate.refilledAt.getTime())) / 60_000;
  const goesOn = last !== null && minute.getTime() - last.minute.getTime() < CREDITS_EVERY_MS;
  const sample = {
    minute,
    ...queue,
    workers,
    tokens: Math.min(bucketSize(perMinute, 1), gate.tokens + refilled),
    credits: goesOn ? last.credits : null,
    paused: gate.breaker.pause !== null,
  };
  if (!(await addSample(db(), sample))) return null;
  if (goesOn && minute.getTime() % CREDITS_EVERY_MS !== 0) return sample;
  // Whoever noted the minute asks, so of several processes one does.
  const credits = await askCredits(perMinute, now);
  if (credits === undefined) return sample;
  await noteCredits(db(), minute, credits);
  return { ...sample, credits };
}

/** Undefined when there is no call to spare: shoppers go first. Null when the provider does not say. */
async function askCredits(perMinute: number, now: Date): Promise<number | null | undefined> {
  const leave = keptForShoppers(perMinute, 1);
  const call = await takeCalls(db(), { calls: 1, perMinute, passesPause: true, leave }, now);
  if (call.kind === 'closed') return undefined;
  const balance = await provider().credits();
  return balance.kind === 'known' ? balance.credits : null;
}
