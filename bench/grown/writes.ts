import { randomUUID } from 'node:crypto';
import type { Move } from '#lib/domain/try-on-steps.ts';
import { db } from '#lib/server/db.ts';
import { sumHours } from '#lib/server/operations/sum-hours.ts';
import { claimCondemned } from '#lib/server/repositories/condemned-media.ts';
import { measureQueue } from '#lib/server/repositories/ops-samples.ts';
import { takeCalls } from '#lib/server/repositories/provider-gate.ts';
import {
  claimPaidFor,
  claimQueued,
  type HeldTryOn,
  nextDueTimes,
  releaseLease,
} from '#lib/server/repositories/try-on-claims.ts';
import { applyMove, beginSending } from '#lib/server/repositories/try-on-moves.ts';
import { addFavourite } from '#lib/server/use-cases/add-favourite.ts';
import { keepToRetention } from '#lib/server/use-cases/keep-to-retention.ts';
import { recordVisit } from '#lib/server/use-cases/record-visit.ts';
import { removeFavourite } from '#lib/server/use-cases/remove-favourite.ts';
import { submitTryOn } from '#lib/server/use-cases/submit-try-on.ts';
import { sweepRemovedPictures } from '#lib/server/use-cases/sweep-removed-pictures.ts';
import { sweepVisits } from '#lib/server/use-cases/sweep-visits.ts';
import type { Ground } from './ground.ts';

const CARRYING = 'carrying a try-on, claim to look';
const FAVOURITE = 'a favourite';

/** What is done before each time that a work is done, since it is used up by it. */
export const usedUp = (ground: Ground): Record<string, () => Promise<unknown>> => ({
  [CARRYING]: asking(ground),
  [FAVOURITE]: () => removeFavourite(ground.shopper, loved(ground)),
});

/** Always the same, so that the others stay as many on both sides. */
const loved = ({ garmentSlugs }: Ground) => garmentSlugs.at(-1) ?? '';

/** The important writings, each of one item, and what the workers look after again and again. */
export function importantWrites(ground: Ground) {
  const { shopper } = ground;
  const slug = inTurn(ground.garmentSlugs);
  const now = () => new Date();
  return {
    'asking for a try-on': asking(ground),
    [CARRYING]: async () => {
      const [held] = await claimQueued(db(), { limit: 1, lane: 'SHOPPER' }, now());
      if (!held) throw new Error('Nobody waits.');
      await carry(held);
    },
    'claiming what is paid for': async () => {
      const held = await claimPaidFor(db(), { limit: 1, calls: 100 }, now());
      await Promise.all(held.map((one) => releaseLease(db(), one)));
    },
    'calls given out': () =>
      takeCalls(db(), { calls: 1, perMinute: 100_000, passesPause: true }, now()),
    'when something is due': () => nextDueTimes(db()),
    'counting a visit': () =>
      recordVisit({ id: randomUUID(), hasAccount: false }, { garment: slug(), step: 'view' }),
    [FAVOURITE]: () => addFavourite(shopper, loved(ground)),
    'retention, nothing over': () => keepToRetention(now()),
    'pictures to remove, none': () => claimCondemned(db(), { limit: 100 }, now()),
    'garment pictures taken away, none': () => sweepRemovedPictures(now()),
    'visits that are over': () => sweepVisits(now()),
    'hours summed': () => sumHours(now()),
    'the queue measured': () => measureQueue(db(), now(), new Date(Date.now() - 45 * 60_000)),
  };
}

function asking({ shopper, photoId, garmentSlugs }: Ground) {
  const slug = inTurn(garmentSlugs);
  return () =>
    submitTryOn(shopper, { garment: slug(), subject: { kind: 'photo', photoId } }, randomUUID());
}

function inTurn(all: string[]): () => string {
  let turn = 0;
  return () => {
    turn += 1;
    return all[turn % all.length] ?? '';
  };
}

/** The moves of a try-on that goes well, as a worker writes them. */
async function carry(held: HeldTryOn): Promise<void> {
  const now = new Date();
  const due: Pick<Move, 'nextActionAt' | 'stumbles' | 'waitingReason'> = {
    nextActionAt: now,
    stumbles: 0,
    waitingReason: null,
  };
  const go = async (from: HeldTryOn, move: Move) => {
    const next = await applyMove(db(), from, move, now);
    if (!next) throw new Error(`It went no further than ${from.state}.`);
    return next;
  };
  const sending = await beginSending(db(), held, now);
  if (!sending) throw new Error('It was not sent.');
  const times = { submittedAt: now, pendingAt: now };
  const running = await go(sending, { to: 'running', requestId: randomUUID(), ...times, ...due });
  const noted = await go(running, { to: 'running', providerStatus: 'PROCESSING', ...due });
  const saving = await go(noted, { to: 'saving', completedAt: now, providerSeconds: 7, ...due });
  const { id: resultMediaId } = await db().media.create({
    data: {
      ...{ visibility: 'PRIVATE', ownerId: saving.userId, storageKey: `looks/${randomUUID()}.jpg` },
      ...{ contentType: 'image/jpeg', sha256: '', bytes: 1, width: 3, height: 4 },
      deleteAfter: new Date(now.getTime() + 3_600_000),
    },
    select: { id: true },
  });
  const ended = { nextActionAt: null, stumbles: 0, waitingReason: null };
  await applyMove(
    db(),
    saving,
    { to: 'succeeded', resultMediaId, costMicros: 48_000, ...ended },
    now,
  );
}
