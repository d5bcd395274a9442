import 'server-only';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { lookKeptUntil, type Retention } from '#lib/domain/retention.ts';
import type { WaitingReason } from '#lib/domain/try-on.ts';
import { TRY_ON_ERRORS, type TryOnErrorClass } from '#lib/domain/try-on-error.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma, TryOnLane } from '#lib/server/generated/prisma/client.ts';
import { problemWords } from '#lib/words/try-on-problems.ts';
import { pictureSelect, publicPictureSelect, toPicture, toPublicPicture } from './media.ts';
import { isShown, shownSelect } from './shown-garments.ts';

/**
 * A try-on as its owner sees it. The owner stands in the `where`, so a foreign one looks absent, and so
 * does one that the owner asked for in the name of a shop.
 */
export const ownedBy = (userId: string) => ({ userId, forShop: false });

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
  garment: { select: { slug: true, title: true, colour: true, ...shownSelect } },
  garmentImage: { select: { media: { select: publicPictureSelect } } },
  resultMedia: { select: { ...pictureSelect, createdAt: true } },
  user: { select: { isGuest: true, seenAt: true } },
  appeal: {
    select: { state: true, answer: true, retry: { select: { id: true, deletedAt: true } } },
  },
  feedback: { take: 1, select: { id: true } },
  base: {
    select: {
      id: true,
      category: true,
      deletedAt: true,
      garment: { select: { slug: true, title: true, colour: true, ...shownSelect } },
      garmentImage: { select: { media: { select: publicPictureSelect } } },
      resultMedia: { select: pictureSelect },
    },
  },
} satisfies Prisma.TryOnSelect;

type ViewRow = Prisma.TryOnGetPayload<{ select: typeof viewSelect }>;

/** What a view says beside the row itself; asked for only where it says it. */
export interface ViewContext {
  expected(category: GarmentCategory): Promise<{ medianSeconds: number; measured: boolean }>;
  ahead(row: { id: string; lane: TryOnLane; turn: bigint }): Promise<number>;
  /** Asked for with a look. */
  retention(): Promise<Retention>;
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
        return {
          state: 'expired',
          ...common,
          finishedAt,
          problem: problemOf('result_expired', common.subject.kind),
          appeal: null,
        };
      }
      return {
        state: row.state,
        ...common,
        finishedAt,
        look: toPicture(row.resultMedia),
        keptUntil: lookKeptUntil(
          row.resultMedia.createdAt,
          row.user,
          await context.retention(),
        ).toISOString(),
        seed: Number(row.seed),
        favourite: row.favouriteAt !== null,
        reported: row.feedback.length > 0,
      };
    case 'failed':
    case 'blocked':
    case 'expired':
    case 'unknown':
      return {
        state: row.state,
        ...common,
        finishedAt,
        problem: problemOf(row.errorClass, common.subject.kind),
        appeal: row.appeal && {
          state: row.appeal.state,
          answer: row.appeal.answer,
          retry: row.appeal.retry?.deletedAt === null ? row.appeal.retry.id : null,
        },
      };
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
  inShop: isShown(garment),
});

function problemOf(errorClass: string | null, subject: 'photo' | 'house-model') {
  const code = asErrorClass(errorClass);
  return { code, ...problemWords(code, subject), askAgain: TRY_ON_ERRORS[code].askAgain };
}

/** The column is text, so that a class can be retired without a migration. */
export function asErrorClass(value: string | null): TryOnErrorClass {
  return value !== null && Object.hasOwn(TRY_ON_ERRORS, value)
    ? (value as TryOnErrorClass)
    : 'unclassified';
}

export async function findOwnTryOn(db: Db, id: string, userId: string) {
  return db.tryOn.findFirst({
    where: { id, ...ownedBy(userId), deletedAt: null },
    select: viewSelect,
  });
}

/** One that its owner says something about; holds its row to the end of the transaction. */
export async function lockOwnTryOn(tx: Db, id: string, userId: string) {
  await tx.$queryRaw`SELECT id FROM "TryOn" WHERE id = ${id} FOR NO KEY UPDATE`;
  return tx.tryOn.findFirst({
    where: { id, ...ownedBy(userId), deletedAt: null },
    select: {
      state: true,
      errorClass: true,
      providerText: true,
      userId: true,
      shopId: true,
      garmentId: true,
      createdAt: true,
      resultMediaId: true,
    },
  });
}

export async function findTryOnByKey(db: Db, userId: string, idempotencyKey: string) {
  return db.tryOn.findFirst({ where: { ...ownedBy(userId), idempotencyKey }, select: viewSelect });
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
    where: { id: { in: ids }, ...ownedBy(userId), deletedAt: null },
    select: viewSelect,
  });
}

/** The version alone: what a waiting status request compares before it reads the whole. */
export async function findOwnVersion(db: Db, id: string, userId: string): Promise<number | null> {
  const row = await db.tryOn.findFirst({
    where: { id, ...ownedBy(userId), deletedAt: null },
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
      ...ownedBy(userId),
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
