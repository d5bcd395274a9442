import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { TryOnState } from '#lib/domain/try-on.ts';
import type { App } from '../scripts/app.ts';

/** A shopper with a session of her own, and the try-on that she looks at. */
export interface Shopper {
  /** The header with her session. */
  cookie: string;
  tryOnId: string;
  version: number;
}

/**
 * Puts shoppers into the demo shop, each with a photo or a house model and one try-on; every tenth wears
 * it over another look. No worker has anything to do with them: their next step is a day away.
 *
 * @param states of the try-ons, in turn.
 */
export async function seedShoppers(
  { env }: App,
  count: number,
  states: TryOnState[],
): Promise<Shopper[]> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  const people = Array.from({ length: count }, () => randomUUID());
  const tryOns = people.map(() => randomUUID());
  try {
    await client.query(
      `INSERT INTO "User" (id, name, email, "isGuest", "updatedAt")
       SELECT id, CASE WHEN n % 2 = 0 THEN 'Shopper ' || n END,
         CASE WHEN n % 2 = 0 THEN id || '@example.org' END, n % 2 = 1, now()
       FROM unnest($1::text[]) WITH ORDINALITY one(id, n)`,
      [people],
    );
    await client.query(
      `INSERT INTO "Consent" (id, "userId", version, text)
       SELECT id, id, 'bench', '' FROM unnest($1::text[]) id`,
      [people],
    );
    // Nobody asks for the bytes of these.
    await client.query(
      `INSERT INTO "Media" (id, visibility, "ownerId", "storageKey", "contentType", sha256, bytes, width, height)
       SELECT kind || id, 'PRIVATE', id, kind || id, 'image/jpeg', '', 100, 768, 1024
       FROM unnest($1::text[]) id, unnest('{photo-,input-,look-,base-}'::text[]) kind`,
      [people],
    );
    await client.query(
      `INSERT INTO "Photo" (id, "userId", "consentId", "mediaId", "inputMediaId")
       SELECT id, id, id, 'photo-' || id, 'input-' || id
       FROM unnest($1::text[]) id`,
      [people],
    );
    await client.query(
      `WITH garments AS (
          SELECT g.id, g."shopId", i.id AS image, row_number() OVER (ORDER BY g.id, i.id) AS place
          FROM "Garment" g JOIN "GarmentImage" i ON i."garmentId" = g.id WHERE g.category = 'UPPER_BODY'),
        models AS (SELECT id, row_number() OVER (ORDER BY id) AS place FROM "HouseModel"),
        asked AS (
          SELECT n, person, layer, CASE layer WHEN 'base' THEN 'base-' || try_on ELSE try_on END AS id,
            CASE WHEN layer = 'top' AND n % 10 = 0 THEN 'base-' || try_on END AS base,
            CASE layer WHEN 'base' THEN 'succeeded'
              ELSE ($3::text[])[1 + n % array_length($3::text[], 1)] END AS state
          FROM unnest($1::text[], $2::text[]) WITH ORDINALITY one(person, try_on, n),
            unnest('{base,top}'::text[]) layer
          WHERE layer = 'top' OR n % 10 = 0)
       INSERT INTO "TryOn" (id, "userId", "shopId", "garmentId", "garmentImageId", "photoId",
         "houseModelId", "baseId", "idempotencyKey", category, steps, guidance, seed, state, turn,
         "nextActionAt", "requestId", "resultMediaId", "errorClass", "submittedAt", "completedAt", "finishedAt")
       SELECT a.id, person, g."shopId", g.id, g.image,
         CASE WHEN n % 3 > 0 THEN person END, CASE WHEN n % 3 = 0 THEN m.id END, base, a.id,
         'UPPER_BODY', 25, 2, n, a.state::"TryOnState", n,
         CASE WHEN a.state IN ('queued', 'sending', 'running', 'saving') THEN now() + interval '1 day' END,
         CASE WHEN a.state NOT IN ('queued', 'sending') THEN a.id END,
         CASE WHEN a.state = 'succeeded' THEN CASE layer WHEN 'base' THEN 'base-' ELSE 'look-' END || person END,
         CASE WHEN a.state IN ('failed', 'blocked') THEN 'unclassified' END,
         CASE WHEN a.state <> 'queued' THEN now() END,
         CASE WHEN a.state IN ('succeeded', 'saving') THEN now() END,
         CASE WHEN a.state IN ('succeeded', 'failed', 'blocked') THEN now() END
       FROM asked a
         JOIN garments g ON g.place = 1 + n % (SELECT count(*) FROM garments)
         JOIN models m ON m.place = 1 + n % (SELECT count(*) FROM models)
       ORDER BY layer`,
      [people, tryOns, states],
    );
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
  // Loaded only now: the server's code reads its variables when it loads.
  Object.assign(process.env, env, { NODE_ENV: 'production', LOG_LEVEL: 'silent' });
  const { sealSession, sessionCookieName } = await import('#lib/server/auth/session-cookie.ts');
  return Promise.all(
    people.map(async (userId, place) => ({
      cookie: `${sessionCookieName()}=${await sealSession(userId, 0)}`,
      tryOnId: tryOns[place] ?? '',
      version: 1,
    })),
  );
}
