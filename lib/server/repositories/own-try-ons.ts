import 'server-only';
import type { Pool } from 'pg';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { lookKeptUntil, type Retention } from '#lib/domain/retention.ts';
import type { WaitingReason } from '#lib/domain/try-on.ts';
import { TRY_ON_ERRORS, type TryOnErrorClass } from '#lib/domain/try-on-error.ts';
import type { Db } from '#lib/server/db.ts';
import { readKept } from '#lib/server/kept-statements.ts';
import { problemWords } from '#lib/words/try-on-problems.ts';
import { toPicture, toPublicPicture } from './media.ts';
import { isShown } from './shown-garments.ts';
import { isOwn, readTryOnRows, readTryOnRowsOften, type TryOnRow } from './try-on-rows.ts';

/** The same as `isOwn` of `try-on-rows.ts`. */
export const ownedBy = (userId: string) => ({ userId, forShop: false });

/** What a view says beside the row itself; asked for only where it says it. */
export interface ViewContext {
  expected(category: GarmentCategory): Promise<{ medianSeconds: number; measured: boolean }>;
  /** Asked for with a look. */
  retention(): Promise<Retention>;
}

export async function toTryOnView(row: TryOnRow, context: ViewContext): Promise<TryOnView> {
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
          picture: row.photo && toPicture(row.photo),
        },
    under: row.base && {
      id: row.base.id,
      garment: garmentOf(row.base),
      look: row.base.look && toPicture(row.base.look),
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
      return { state: row.state, ...(await active()), ahead: row.ahead ?? 0 };
    case 'sending':
      return { state: row.state, ...(await active()) };
    case 'running':
    case 'saving':
      return { state: row.state, ...(await active()), submittedAt };
    case 'succeeded':
      if (!row.look) {
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
        look: toPicture(row.look),
        keptUntil: lookKeptUntil(
          new Date(row.look.createdAt),
          { ...row.user, seenAt: new Date(row.user.seenAt) },
          await context.retention(),
        ).toISOString(),
        seed: Number(row.seed),
        favourite: row.favouriteAt !== null,
        reported: row.reported,
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
        appeal: row.appeal,
      };
    case 'cancelled':
      return { state: row.state, ...common, finishedAt };
  }
}

const garmentOf = ({
  garment,
  category,
  garmentPicture,
}: Pick<TryOnRow, 'garment' | 'category' | 'garmentPicture'>) => ({
  slug: garment.slug,
  title: garment.title,
  colour: garment.colour,
  category,
  picture: toPublicPicture(garmentPicture),
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

/** A try-on, and who says that it is hers. */
export interface AskedTryOn {
  id: string;
  userId: string;
}

/** Each of "TryOn" t that is asked for, with the owner who asks for it. */
const ASKED = `unnest($1::text[], $2::text[]) WITH ORDINALITY asked(id, owner, place)
  WHERE t.id = asked.id AND ${isOwn('asked.owner')} AND t."deletedAt" IS NULL`;

const askedValues = (asked: AskedTryOn[]) => [
  asked.map(({ id }) => id),
  asked.map(({ userId }) => userId),
];

/** In the order in which they are asked for; null for one that is not that person's, or is hidden. */
export async function findAskedTryOns(
  pool: Pool,
  asked: AskedTryOn[],
): Promise<(TryOnRow | null)[]> {
  const rows = await readTryOnRowsOften(pool, {
    rest: `, ${ASKED}`,
    values: askedValues(asked),
  });
  return asked.map((one) => rows.find((row) => isOf(row, one)) ?? null);
}

const isOf = (row: TryOnRow, { id, userId }: AskedTryOn) => row.id === id && row.userId === userId;

export async function findOwnTryOn(pool: Pool, id: string, userId: string) {
  const [row] = await findAskedTryOns(pool, [{ id, userId }]);
  return row ?? null;
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

export async function findTryOnByKey(pool: Pool, userId: string, idempotencyKey: string) {
  const [row] = await readTryOnRowsOften(pool, {
    rest: `WHERE ${isOwn('$1')} AND t."idempotencyKey" = $2`,
    values: [userId, idempotencyKey],
  });
  return row ?? null;
}

/** Its time has come, and nobody holds it. */
export function isDue(
  { nextActionAt, leaseUntil }: { nextActionAt: Date | null; leaseUntil: Date | null },
  now: Date,
): boolean {
  return nextActionAt !== null && nextActionAt <= now && (leaseUntil === null || leaseUntil <= now);
}

/** In no order; what is not theirs, or is hidden, is left out. */
export async function findOwnTryOns(pool: Pool, ids: string[], userId: string) {
  return readTryOnRows(pool, {
    rest: `WHERE t.id = ANY($1) AND ${isOwn('$2')} AND t."deletedAt" IS NULL`,
    values: [ids, userId],
  });
}

/** How a try-on stands: all that a status request needs to know before it tells the whole. */
export interface Standing {
  version: number;
  nextActionAt: Date | null;
  leaseUntil: Date | null;
}

/** In the order in which they are asked for; null for one that is not that person's, or is hidden. */
export async function findStandings(pool: Pool, asked: AskedTryOn[]): Promise<(Standing | null)[]> {
  const { rows } = await readKept<Standing & { place: number }>(
    pool,
    // Raw, since each is asked for with its own owner.
    `SELECT asked.place::int, t.version, t."nextActionAt" AT TIME ZONE 'UTC' AS "nextActionAt",
      t."leaseUntil" AT TIME ZONE 'UTC' AS "leaseUntil" FROM "TryOn" t, ${ASKED}`,
    askedValues(asked),
  );
  const byPlace = new Map(rows.map(({ place, ...standing }) => [place, standing]));
  return asked.map((_, index) => byPlace.get(index + 1) ?? null);
}

export async function listOwnTryOns(
  pool: Pool,
  userId: string,
  { cursor, limit, only }: { cursor?: string; limit: number; only?: 'favourites' },
) {
  // Ids are UUID v7, so their order is the order of creation and one column pages.
  return readTryOnRows(pool, {
    rest: `WHERE ${isOwn('$1')} AND t."deletedAt" IS NULL AND t.state <> 'cancelled'
      ${only ? 'AND t."favouriteAt" IS NOT NULL' : ''} ${cursor ? 'AND t.id < $3' : ''}
      ORDER BY t.id DESC LIMIT $2`,
    values: [userId, limit, ...(cursor ? [cursor] : [])],
  });
}
