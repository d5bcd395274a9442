import 'server-only';
import type { SubmitTryOnBody, TryOnView } from '#lib/contracts/try-on.ts';
import { drawSeed, sharedSeed } from '#lib/domain/parameters.ts';
import type { Settings } from '#lib/domain/settings.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { visitorOf } from '#lib/server/auth/visitor.ts';
import { type Db, db, pool } from '#lib/server/db.ts';
import { countAsk } from '#lib/server/figures/count.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findGarmentToTryOn } from '#lib/server/repositories/active-garments.ts';
import {
  bookTryOn,
  createTryOn,
  isAskedFor,
  type NewTryOn,
} from '#lib/server/repositories/new-try-ons.ts';
import { findOwnTryOn, findTryOnByKey } from '#lib/server/repositories/own-try-ons.ts';
import { currentSettings } from '#lib/server/settings.ts';
import { createSlots } from '#lib/server/slots.ts';
import { transact } from '#lib/server/transact.ts';
import { viewOf } from '#lib/server/try-on-view.ts';
import { refusals } from '#lib/words/problems.ts';
import { assertMayDress } from './assert-may-dress.ts';
import { checkShopAllowance } from './check-shop-allowance.ts';
import { findSubject } from './find-subject.ts';
import { holdOpenAccount } from './hold-open-account.ts';
import { measureAllowance } from './measure-allowance.ts';
import { shopLimitRefusal } from './shop-limit-refusal.ts';

/**
 * Takes in a try-on: one row in `queued`, with its reservation, in one transaction. Nothing is sent
 * here. The same idempotency key gives the same try-on back, whatever else the body says.
 *
 * @param onQueued called as soon as it surely waits in the queue, mostly before it is looked at for the
 *   answer. Also the second time: the first ring may have gone with its process.
 * @throws AppError not_found, invalid_input, consent_required, garment_not_ready, allowance_used, and for the shop's caps
 *   shop_month_used, shop_day_used, shopper_allowance_used
 */
export async function submitTryOn(
  actor: Actor,
  body: SubmitTryOnBody,
  idempotencyKey: string,
  now = new Date(),
  onQueued: () => void = () => {},
): Promise<TryOnView> {
  const { userId } = actor;
  // None of the two needs the other's answer.
  const [asked, garment] = await Promise.all([
    isAskedFor(db(), { userId, idempotencyKey }),
    findGarmentToTryOn(db(), body.garment),
  ]);
  const known = asked && (await findTryOnByKey(pool(), userId, idempotencyKey));
  if (known) {
    if (known.state === 'queued') onQueued();
    return viewOf(known);
  }
  if (!garment) throw new AppError('not_found', refusals.garmentGone);
  const { category, image } = garment;
  if (!category) throw new AppError('garment_not_ready', refusals.garmentNotForTryingOn);
  if (!image) throw new AppError('garment_not_ready', refusals.garmentWithoutPicture);
  if (!garment.offered) throw new AppError('garment_not_ready', refusals.garmentHeldBack);
  const subject = await findSubject(actor, body.subject, category);
  if (body.retryOf && !(await findOwnTryOn(pool(), body.retryOf, userId))) {
    throw new AppError('not_found');
  }

  const settings = await currentSettings();
  const { parameters } = settings;
  return enqueueTryOn(
    actor,
    {
      userId,
      shopId: garment.shopId,
      garmentId: garment.id,
      garmentImageId: image.id,
      ...subject,
      retryOfId: body.retryOf ?? null,
      idempotencyKey,
      category,
      steps: body.steps ?? parameters.steps,
      guidance: body.guidance ?? parameters.guidance,
      seed: body.seed ?? usualSeed(body, subject, image.id),
      forShop: false,
      lane: 'SHOPPER',
    },
    settings,
    now,
    onQueued,
  );
}

/** A house model looks the same to everybody until somebody asks for another take. */
function usualSeed(
  { retryOf }: SubmitTryOnBody,
  { houseModelId }: { houseModelId: string | null },
  garmentImageId: string,
): number {
  return houseModelId && !retryOf
    ? sharedSeed(houseModelId, garmentImageId)
    : drawSeed(Math.random());
}

/**
 * In one process at a time. Most of taking in is done while the shop's row is held, so more of them would
 * only wait there for each other, each with a connection that the rest of the process has need of.
 */
const AT_ONCE = 4;
const slots = createSlots(AT_ONCE);
/** For a connection, when others have them all: it is better to wait a little than to be refused. */
const LONGEST_WAIT_MS = 10_000;

async function enqueueTryOn(
  actor: Actor,
  tryOn: NewTryOn,
  { dailyTryOns }: Settings,
  now: Date,
  onQueued: () => void,
): Promise<TryOnView> {
  const takeIn = async (tx: Db) => {
    // Serializes one person's submits, so that two at once cannot both take the last place.
    await holdOpenAccount(tx, actor.userId);
    // Two requests with one key at the same time: the second finds what the first has made.
    if (await isAskedFor(tx, tryOn)) return;
    await assertMayDress(tx, tryOn);
    const { aDay, left } = await measureAllowance(tx, actor, dailyTryOns, now);
    if (left === 0) {
      throw new AppError(
        'allowance_used',
        actor.isGuest ? refusals.guestAllowance(aDay) : refusals.allowance(aDay),
      );
    }
    // Holds the shop's row, so that what is counted next stands until the end.
    const created = await createTryOn(tx, tryOn, now);
    if (created.shopSuspended) throw new AppError('not_found', refusals.garmentGone);
    const reached = await checkShopAllowance(tx, tryOn, now);
    if (reached) throw shopLimitRefusal(reached, now);
    await bookTryOn(tx, created, tryOn, now);
    await countAsk(tx, visitorOf(actor), { ...tryOn, createdAt: now });
  };
  const leave = await slots.take('submit');
  try {
    await transact(takeIn, { maxWait: LONGEST_WAIT_MS });
    onQueued();
  } finally {
    leave();
  }
  const row = await findTryOnByKey(pool(), tryOn.userId, tryOn.idempotencyKey);
  if (!row) throw new AppError('conflict');
  return viewOf(row);
}
