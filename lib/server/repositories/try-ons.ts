import 'server-only';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import type { WaitingReason } from '#lib/domain/try-on.ts';
import { TRY_ON_ERRORS, type TryOnErrorClass } from '#lib/domain/try-on-error.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { pictureSelect, publicPictureSelect, toPicture, toPublicPicture } from './media.ts';

const viewSelect = {
  id: true,
  version: true,
  state: true,
  createdAt: true,
  submittedAt: true,
  finishedAt: true,
  waitingReason: true,
  errorClass: true,
  seed: true,
  category: true,
  retryOfId: true,
  nextActionAt: true,
  leaseUntil: true,
  photoId: true,
  photo: { select: { media: { select: pictureSelect } } },
  houseModel: { select: { slug: true, name: true, media: { select: publicPictureSelect } } },
  garment: { select: { slug: true, title: true } },
  garmentImage: { select: { media: { select: publicPictureSelect } } },
  resultMedia: { select: pictureSelect },
} satisfies Prisma.TryOnSelect;

type ViewRow = Prisma.TryOnGetPayload<{ select: typeof viewSelect }>;

/** What a view says beside the row itself; asked for only while the try-on is under way. */
export interface ViewContext {
  expected(category: GarmentCategory): Promise<{ medianSeconds: number; measured: boolean }>;
  ahead(row: { id: string; createdAt: Date }): Promise<number>;
}

export async function toTryOnView(row: ViewRow, context: ViewContext): Promise<TryOnView> {
  const common = {
    id: row.id,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    garment: {
      ...row.garment,
      category: row.category,
      picture: toPublicPicture(row.garmentImage.media),
    },
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

function problemOf(errorClass: string | null) {
  const code = asErrorClass(errorClass);
  const { shopper, askAgain } = TRY_ON_ERRORS[code];
  return { code, ...shopper, askAgain };
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
  { cursor, limit }: { cursor?: string; limit: number },
) {
  // Ids are UUID v7, so their order is the order of creation and one column pages.
  return db.tryOn.findMany({
    where: {
      userId,
      deletedAt: null,
      state: { not: 'cancelled' },
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
  retryOfId: string | null;
  idempotencyKey: string;
  category: GarmentCategory;
  steps: number;
  guidance: number;
  seed: number;
}

export async function createTryOn(tx: Db, tryOn: NewTryOn, now: Date) {
  return tx.tryOn.create({
    data: { ...tryOn, seed: BigInt(tryOn.seed), createdAt: now, nextActionAt: now },
    select: { id: true, version: true },
  });
}

/** What the provider needs to see, read when it is about to be sent. */
export async function findTryOnInputs(db: Db, id: string) {
  return db.tryOn.findUnique({
    where: { id },
    select: {
      photo: { select: { inputMediaId: true } },
      houseModel: { select: { inputMediaId: true } },
      garmentImage: { select: { inputMediaId: true } },
    },
  });
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
      photo: { select: { inputMediaId: true, deletedAt: true } },
      houseModelId: true,
      category: true,
      steps: true,
      guidance: true,
      seed: true,
      reviewCase: { select: { id: true, status: true } },
    },
  });
}

export async function countQueuedBefore(db: Db, createdAt: Date): Promise<number> {
  return db.tryOn.count({ where: { state: 'queued', createdAt: { lt: createdAt } } });
}

/** Seconds of the last finished try-ons of a category: from asking to look, and at the provider. */
export async function recentDurations(db: Db, category: GarmentCategory, limit: number) {
  return db.$queryRaw<{ whole: number; provider: number }[]>`
    SELECT extract(epoch FROM "finishedAt" - "createdAt")::float8 AS whole,
      extract(epoch FROM "completedAt" - "submittedAt")::float8 AS provider
    FROM "TryOn"
    WHERE category = ${category}::"GarmentCategory" AND state = 'succeeded'
      AND "completedAt" IS NOT NULL AND "submittedAt" IS NOT NULL
    ORDER BY "finishedAt" DESC LIMIT ${limit}`;
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
