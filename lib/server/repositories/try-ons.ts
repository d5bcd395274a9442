import 'server-only';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { type PauseReason, waitingDuring } from '#lib/domain/breaker.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { activeStates, type WaitingReason } from '#lib/domain/try-on.ts';
import { TRY_ON_ERRORS, type TryOnErrorClass } from '#lib/domain/try-on-error.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma, TryOnLane } from '#lib/server/generated/prisma/client.ts';
import { tryOnProblemWords } from '#lib/words/try-on-problems.ts';
import { pictureSelect, publicPictureSelect, toPicture, toPublicPicture } from './media.ts';

const viewSelect = {
  id: true,
  version: true,
  state: true,
  createdAt: true,
  submittedAt: true,
  finishedAt: true,
  favouriteAt: true,
  waitingReason: true,
  errorClass: true,
  seed: true,
  category: true,
  retryOfId: true,
  lane: true,
  turn: true,
  nextActionAt: true,
  leaseUntil: true,
  photoId: true,
  photo: { select: { media: { select: pictureSelect } } },
  houseModel: { select: { slug: true, name: true, media: { select: publicPictureSelect } } },
  garment: { select: { slug: true, title: true, colour: true, status: true } },
  garmentImage: { select: { media: { select: publicPictureSelect } } },
  resultMedia: { select: pictureSelect },
  base: {
    select: {
      id: true,
      category: true,
      deletedAt: true,
      garment: { select: { slug: true, title: true, colour: true, status: true } },
      garmentImage: { select: { media: { select: publicPictureSelect } } },
      resultMedia: { select: pictureSelect },
    },
  },
} satisfies Prisma.TryOnSelect;

type ViewRow = Prisma.TryOnGetPayload<{ select: typeof viewSelect }>;

/** What a view says beside the row itself; asked for only while the try-on is under way. */
export interface ViewContext {
  expected(category: GarmentCategory): Promise<{ medianSeconds: number; measured: boolean }>;
  ahead(row: { id: string; lane: TryOnLane; turn: bigint }): Promise<number>;
}

export async function toTryOnView(row: ViewRow, context: ViewContext): Promise<TryOnView> {
  const common = {
    id: row.id,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    garment: garmentOf(row),
    subject: row.houseModel
      ? {
          kind: 'house-model' as const,
          slug: row.houseModel.slug,
          name: row.houseModel.name,
          picture: toPublicPicture(row.houseModel.media),
        }
      : {
          kind: 'photo' as const,
          photoId: row.photoId ?? '',
          picture: row.photo?.media ? toPicture(row.photo.media) : null,
        },
    under: row.base && {
      id: row.base.id,
      garment: garmentOf(row.base),
      look: row.base.resultMedia && !row.base.deletedAt ? toPicture(row.base.resultMedia) : null,
    },
    retryOf: row.retryOfId,
  };
  const active = async () => ({
    ...common,
    waiting: row.waitingReason as WaitingReason | null,
    expected: await context.expected(row.category),
  });
  const finishedAt = (row.finishedAt ?? row.createdAt).toISOString();
  const submittedAt = (row.submittedAt ?? row.createdAt).toISOString();

  switch (row.state) {
    case 'queued':
      return { state: row.state, ...(await active()), ahead: await context.ahead(row) };
    case 'sending':
      return { state: row.state, ...(await active()) };
    case 'running':
    case 'saving':
      return { state: row.state, ...(await active()), submittedAt };
    case 'succeeded':
      if (!row.resultMedia) {
        // Its picture was deleted or its time is over.
        return { state: 'expired', ...common, finishedAt, problem: problemOf('result_expired') };
      }
      return {
        state: row.state,
        ...common,
        finishedAt,
        look: toPicture(row.resultMedia),
        seed: Number(row.seed),
        favourite: row.favouriteAt !== null,
      };
    case 'failed':
    case 'blocked':
    case 'expired':
    case 'unknown':
      return { state: row.state, ...common, finishedAt, problem: problemOf(row.errorClass) };
    case 'cancelled':
      return { state: row.state, ...common, finishedAt };
  }
}

const garmentOf = ({
  garment,
  category,
  garmentImage,
}: Pick<ViewRow, 'garment' | 'category' | 'garmentImage'>) => ({
  slug: garment.slug,
  title: garment.title,
  colour: garment.colour,
  category,
  picture: toPublicPicture(garmentImage.media),
  inShop: garment.status === 'ACTIVE',
});

function problemOf(errorClass: string | null) {
  const code = asErrorClass(errorClass);
  return { code, ...tryOnProblemWords[code], askAgain: TRY_ON_ERRORS[code].askAgain };
}

/** The column is text, so that a class can be retired without a migration. */
export function asErrorClass(value: string | null): TryOnErrorClass {
  return value !== null && Object.hasOwn(TRY_ON_ERRORS, value)
    ? (value as TryOnErrorClass)
    : 'unclassified';
}

export async function findOwnTryOn(db: Db, id: string, userId: string) {
  return db.tryOn.findFirst({ where: { id, userId, deletedAt: null }, select: viewSelect });
}

export async function findTryOnByKey(db: Db, userId: string, idempotencyKey: string) {
  return db.tryOn.findFirst({ where: { userId, idempotencyKey }, select: viewSelect });
}

/** Its time has come, and nobody holds it. */
export function isDue(
  { nextActionAt, leaseUntil }: { nextActionAt: Date | null; leaseUntil: Date | null },
  now: Date,
): boolean {
  return nextActionAt !== null && nextActionAt <= now && (leaseUntil === null || leaseUntil <= now);
}

/** In no order; what is not theirs, or is hidden, is left out. */
export async function findOwnTryOns(db: Db, ids: string[], userId: string) {
  return db.tryOn.findMany({
    where: { id: { in: ids }, userId, deletedAt: null },
    select: viewSelect,
  });
}

/** The version alone: what a waiting status request compares before it reads the whole. */
export async function findOwnVersion(db: Db, id: string, userId: string): Promise<number | null> {
  const row = await db.tryOn.findFirst({
    where: { id, userId, deletedAt: null },
    select: { version: true },
  });
  return row?.version ?? null;
}

export async function listOwnTryOns(
  db: Db,
  userId: string,
  { cursor, limit, only }: { cursor?: string; limit: number; only?: 'favourites' },
) {
  // Ids are UUID v7, so their order is the order of creation and one column pages.
  return db.tryOn.findMany({
    where: {
      userId,
      deletedAt: null,
      state: { not: 'cancelled' },
      ...(only ? { favouriteAt: { not: null } } : {}),
      ...(cursor ? { id: { lt: cursor } } : {}),
    },
    orderBy: { id: 'desc' },
    take: limit,
    select: viewSelect,
  });
}

export interface NewTryOn {
  userId: string;
  shopId: string;
  garmentId: string;
  garmentImageId: string;
  photoId: string | null;
  houseModelId: string | null;
  /** The look that it goes over. */
  baseId: string | null;
  retryOfId: string | null;
  idempotencyKey: string;
  category: GarmentCategory;
  steps: number;
  guidance: number;
  seed: number;
}

/** A new row at the end of its shop's line. Holds the shop's row to the end of the transaction. */
export async function createTryOn(tx: Db, tryOn: NewTryOn, now: Date) {
  const { turn, pausedReason, dailyTryOns } = await takeTurn(tx, tryOn.shopId);
  const created = await tx.tryOn.create({
    data: {
      ...tryOn,
      seed: BigInt(tryOn.seed),
      turn,
      waitingReason: pausedReason && waitingDuring(pausedReason),
      createdAt: now,
      nextActionAt: now,
    },
    select: { id: true, version: true },
  });
  return { ...created, dailyTryOns };
}

/**
 * Start-time fair queueing: a shop's next turn is one after its last, but never before those that
 * are sent just now, so that nobody saves turns up and nobody pays for having asked much earlier.
 */
async function takeTurn(tx: Db, shopId: string) {
  const rows = await tx.$queryRaw<
    { turn: bigint; dailyTryOns: number | null; pausedReason: PauseReason | null }[]
  >`
    UPDATE "Shop" SET "lastTurn" = greatest("lastTurn", coalesce((SELECT turn FROM "ProviderGate" LIMIT 1), 0)) + 1
    WHERE id = ${shopId}
    RETURNING "lastTurn" AS turn, "dailyTryOns",
      (SELECT "pausedReason" FROM "ProviderGate" LIMIT 1) AS "pausedReason"`;
  const row = rows[0];
  if (!row) throw new Error(`There is no shop ${shopId}.`);
  return row;
}

/** All that is needed to ask for the same once more. */
export async function findTryOnToRepeat(db: Db, id: string) {
  return db.tryOn.findFirst({
    where: { id, deletedAt: null },
    select: {
      id: true,
      state: true,
      userId: true,
      shopId: true,
      garmentId: true,
      garmentImageId: true,
      photoId: true,
      photo: {
        select: { inputMediaId: true, deletedAt: true, consent: { select: { withdrawnAt: true } } },
      },
      houseModelId: true,
      baseId: true,
      base: { select: { deletedAt: true, resultMediaId: true } },
      category: true,
      steps: true,
      guidance: true,
      seed: true,
      reviewCase: { select: { id: true, status: true } },
    },
  });
}

/** How many are sent before this one, as the queue stands. */
export async function countQueuedBefore(
  db: Db,
  { lane, turn, id }: { lane: TryOnLane; turn: bigint; id: string },
): Promise<number> {
  const lanesBefore = lane === 'BULK' ? [{ lane: 'SHOPPER' as const }] : [];
  return db.tryOn.count({
    where: {
      state: 'queued',
      OR: [...lanesBefore, { lane, turn: { lt: turn } }, { lane, turn, id: { lt: id } }],
    },
  });
}

/** How many wait, since when, and how many are with the provider. */
export async function countUnderWay(db: Db) {
  const rows = await db.tryOn.groupBy({
    by: ['state'],
    where: { state: { in: ['queued', 'sending', 'running', 'saving'] } },
    _count: { _all: true },
    _min: { createdAt: true },
  });
  const queued = rows.find(({ state }) => state === 'queued');
  const all = rows.reduce((sum, { _count }) => sum + _count._all, 0);
  return {
    queued: queued?._count._all ?? 0,
    oldestQueuedAt: queued?._min.createdAt ?? null,
    underWay: all - (queued?._count._all ?? 0),
  };
}

/**
 * Seconds of the last finished try-ons of a category: from asking to look, and at the provider.
 * The latter is what `secondsAtProvider` made of the provider's word; when the row has none, the
 * time at which we saw it done is all there is.
 */
export async function recentDurations(db: Db, category: GarmentCategory, limit: number) {
  return db.$queryRaw<{ whole: number; provider: number }[]>`
    SELECT extract(epoch FROM "finishedAt" - "createdAt")::float8 AS whole,
      least(
        nullif("providerSeconds", 0), extract(epoch FROM "completedAt" - "submittedAt")::float8
      ) AS provider
    FROM "TryOn"
    WHERE category = ${category}::"GarmentCategory" AND state = 'succeeded'
      AND "completedAt" IS NOT NULL AND "submittedAt" IS NOT NULL
    ORDER BY "finishedAt" DESC LIMIT ${limit}`;
}

/** Try-ons that will need calls of the provider, now or soon; no more than `most` are counted. */
export async function countOpenTryOns(db: Db, most: number): Promise<number> {
  return db.tryOn.count({ where: { state: { in: [...activeStates] } }, take: most });
}

/** Hides it from its owner; null when there is no such try-on of theirs. */
export async function hideTryOn(tx: Db, id: string, userId: string, now: Date) {
  const rows = await tx.tryOn.updateManyAndReturn({
    where: { id, userId, deletedAt: null },
    data: { deletedAt: now },
    select: { resultMediaId: true },
  });
  return rows[0] ?? null;
}

/** Holds the row to the end of the transaction. */
export async function lockTryOn(tx: Db, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "TryOn" WHERE id = ${id} FOR UPDATE`;
}
