import 'server-only';
import { evidenceOfError } from '#lib/domain/breaker.ts';
import { keptForShoppers, type Room, roomFor } from '#lib/domain/sending-room.ts';
import { db } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { callsPerMinute, provider } from '#lib/server/provider.ts';
import { originIsPublic } from '#lib/server/provider-inputs.ts';
import {
  readGate,
  takeCalls,
  takeProbe,
  weighEvidence,
} from '#lib/server/repositories/provider-gate.ts';
import { claimQueued, type HeldTryOn } from '#lib/server/repositories/try-on-claims.ts';

/** Provider calls of sending one try-on: the pictures may have to be uploaded first. */
export const callsPerSend = () => (originIsPublic() ? 1 : 2);

/** What sending one try-on takes out of the budget, and what must be left in it then. */
export function callsToSend({ lane }: { lane: 'SHOPPER' | 'BULK' }) {
  const calls = callsPerSend();
  return { calls, leave: lane === 'BULK' ? keptForShoppers(callsPerMinute(), calls) : 0 };
}

export async function currentRoom(now: Date): Promise<Room> {
  const perMinute = callsPerMinute();
  const gate = await readGate(db(), perMinute, now);
  return roomFor(gate, { perMinute, callsPerSend: callsPerSend() }, now);
}

/**
 * Claims what is first in the queue, as many as there is room to send; work in bulk only as far as
 * there is room to spare. While sending is paused that
 * is none, until a probe is due: then one, if the account answers.
 *
 * @param which people's alone, for whoever waits in front of it: work in bulk and probes have the worker.
 */
export async function claimSends(
  limit: number,
  now: Date,
  which: 'all' | 'people' = 'all',
): Promise<{ held: HeldTryOn[]; room: Room }> {
  const room = await currentRoom(now);
  const sends = Math.min(limit, room.sends);
  if (sends > 0) {
    const people = await claimQueued(db(), { limit: sends, lane: 'SHOPPER' }, now);
    if (which === 'people') return { held: people, room };
    const spare = Math.min(limit, room.spareSends) - people.length;
    const bulk = spare > 0 ? await claimQueued(db(), { limit: spare, lane: 'BULK' }, now) : [];
    return { held: [...people, ...bulk], room };
  }
  if (!room.probe || limit < 1 || which === 'people') return { held: [], room };
  if (!(await takeProbe(db(), now)) || !(await accountAnswers(now))) return { held: [], room };
  const held = await claimQueued(db(), { limit: 1, probe: true }, new Date());
  return { held: held.map((row) => ({ ...row, probe: true })), room };
}

/** Asks for the balance, which is free of charge: as long as that fails, no try-on is put at risk. */
async function accountAnswers(now: Date): Promise<boolean> {
  const perMinute = callsPerMinute();
  const answer = await takeCalls(db(), { calls: 1, perMinute, passesPause: true }, now);
  if (answer.kind === 'closed') return false;
  const balance = await provider().credits();
  if (balance.kind === 'known' && balance.credits > 0) return true;
  const evidence =
    balance.kind === 'known'
      ? ({ kind: 'refuses', reason: 'credits' } as const)
      : evidenceOfError(balance.errorClass);
  if (evidence) await weighEvidence(db(), evidence, { byProbe: true, now: new Date() });
  log.info({ account: balance.kind }, 'probe');
  return false;
}
