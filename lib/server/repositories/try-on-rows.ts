import 'server-only';
import type { Pool } from 'pg';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { MOST_AHEAD, type TryOnState } from '#lib/domain/try-on.ts';
import type { AppealState, GarmentStatus } from '#lib/server/generated/prisma/client.ts';
import { readKept } from '#lib/server/kept-statements.ts';
import type { PictureRow, PublicPictureRow } from './media.ts';

/**
 * What a view of a try-on is made from, by one statement: of a dozen tables, which Prisma would ask one
 * after the other. It is the question that is asked most often of all.
 */
export interface TryOnRow {
  id: string;
  userId: string;
  version: number;
  state: TryOnState;
  createdAt: Date;
  submittedAt: Date | null;
  finishedAt: Date | null;
  favouriteAt: Date | null;
  nextActionAt: Date | null;
  leaseUntil: Date | null;
  waitingReason: string | null;
  errorClass: string | null;
  /** Postgres' bigint. */
  seed: string;
  category: GarmentCategory;
  retryOfId: string | null;
  photoId: string | null;
  /** Null also when the photo was deleted. */
  photo: PictureRow | null;
  houseModel: { slug: string; name: string; media: PublicPictureRow } | null;
  garment: GarmentRow;
  garmentPicture: PublicPictureRow;
  /** An instant of the JSON is text. */
  look: (PictureRow & { createdAt: string }) | null;
  user: { isGuest: boolean; seenAt: string };
  appeal: { state: AppealState; answer: string | null; retry: string | null } | null;
  reported: boolean;
  base: {
    id: string;
    category: GarmentCategory;
    garment: GarmentRow;
    garmentPicture: PublicPictureRow;
    /** Null once it was deleted. */
    look: PictureRow | null;
  } | null;
  /**
   * How many are sent before it, as the queue stands, counted to one more than `MOST_AHEAD`; null when it
   * is not in the queue.
   */
  ahead: number | null;
}

interface GarmentRow {
  slug: string;
  title: string;
  colour: string;
  status: GarmentStatus;
  shop: { suspendedAt: string | null };
}

/** A column of Prisma's is an instant without a zone, in UTC. */
const instant = (column: string) => `${column} AT TIME ZONE 'UTC'`;
const instants = (...names: string[]) =>
  names.map((name) => `${instant(`t."${name}"`)} AS "${name}"`).join(', ');

const picture = (mediaId: string, more = '') =>
  `(SELECT json_build_object('id', m.id, 'width', m.width, 'height', m.height${more})
    FROM "Media" m WHERE m.id = ${mediaId})`;

const publicPicture = (mediaId: string) =>
  picture(
    mediaId,
    `, 'renditions', (SELECT coalesce(json_agg(json_build_object('width', r.width) ORDER BY r.width), '[]')
      FROM "MediaRendition" r WHERE r."mediaId" = m.id)`,
  );

const garment = (of: string) =>
  `(SELECT json_build_object('slug', g.slug, 'title', g.title, 'colour', g.colour, 'status', g.status,
      'shop', json_build_object('suspendedAt', s."suspendedAt"))
    FROM "Garment" g JOIN "Shop" s ON s.id = g."shopId" WHERE g.id = ${of}."garmentId")`;

const garmentPicture = (of: string) =>
  `(SELECT ${publicPicture('i."mediaId"')} FROM "GarmentImage" i WHERE i.id = ${of}."garmentImageId")`;

// Each piece by a question of its own and no join of all: joins are planned together, which for so many
// tables takes longer than the answer.
const SELECT = `
  SELECT t.id, t."userId", t.version, t.state, ${instants('createdAt', 'submittedAt', 'finishedAt', 'favouriteAt')},
    ${instants('nextActionAt', 'leaseUntil')}, t."waitingReason", t."errorClass", t.seed, t.category,
    t."retryOfId", t."photoId",
    (SELECT ${picture('p."mediaId"')} FROM "Photo" p WHERE p.id = t."photoId") AS photo,
    (SELECT json_build_object('slug', h.slug, 'name', h.name, 'media', ${publicPicture('h."mediaId"')})
      FROM "HouseModel" h WHERE h.id = t."houseModelId") AS "houseModel",
    ${garment('t')} AS garment,
    ${garmentPicture('t')} AS "garmentPicture",
    ${picture('t."resultMediaId"', `, 'createdAt', ${instant('m."createdAt"')}`)} AS look,
    (SELECT json_build_object('isGuest', u."isGuest", 'seenAt', ${instant('u."seenAt"')})
      FROM "User" u WHERE u.id = t."userId") AS "user",
    (SELECT json_build_object('state', a.state, 'answer', a.answer, 'retry',
        (SELECT r.id FROM "TryOn" r WHERE r.id = a."retryId" AND r."deletedAt" IS NULL))
      FROM "Appeal" a WHERE a."tryOnId" = t.id) AS appeal,
    -- Not EXISTS: a hashed subplan reads all complaints there are, for however few rows.
    (SELECT count(*) > 0 FROM "Feedback" f WHERE f."tryOnId" = t.id) AS reported,
    (SELECT json_build_object('id', b.id, 'category', b.category, 'garment', ${garment('b')},
        'garmentPicture', ${garmentPicture('b')},
        'look', CASE WHEN b."deletedAt" IS NULL THEN ${picture('b."resultMediaId"')} END)
      FROM "TryOn" b WHERE b.id = t."baseId") AS base,
    CASE t.state WHEN 'queued' THEN
      (SELECT count(*)::int FROM (SELECT FROM "TryOn" q
        WHERE q.state = 'queued' AND (q.lane, q.turn, q.id) < (t.lane, t.turn, t.id)
        ORDER BY q.lane, q.turn LIMIT ${MOST_AHEAD + 1}) AS before)
    END AS ahead
  FROM "TryOn" t`;

/**
 * A try-on as its owner sees it. The owner stands in the `where`, so a foreign one looks absent, and so
 * does one that the owner asked for in the name of a shop. The same as `ownedBy`.
 *
 * @param owner where her id stands.
 */
export const isOwn = (owner: string) => `t."userId" = ${owner} AND NOT t."forShop"`;

interface Reading {
  /** What of "TryOn" t, and in which order. */
  rest: string;
  values: unknown[];
}

/** Planned for its values each time. */
export async function readTryOnRows(pool: Pool, { rest, values }: Reading): Promise<TryOnRow[]> {
  const { rows } = await pool.query<TryOnRow>(`${SELECT} ${rest}`, values);
  return rows;
}

/** For what is asked for all the time, by key. */
export async function readTryOnRowsOften(
  pool: Pool,
  { rest, values }: Reading,
): Promise<TryOnRow[]> {
  const { rows } = await readKept<TryOnRow>(pool, `${SELECT} ${rest}`, values);
  return rows;
}
