import type pg from 'pg';
import { retentionOfProgram } from '#lib/domain/retention.ts';
import { errorClasses } from '#lib/domain/try-on-error.ts';
import type { Growth } from './grow.ts';

/**
 * Try-ons with all that the program writes of one: its picture, its events, its place in the book of
 * allowances. One of fifty asks for an earlier one again, one of thirty-three goes over an earlier look,
 * one of a hundred is a shop's own. Looks whose time is over are gone, as the sweeps leave them.
 */
export async function fillTryOns(client: pg.Client, { tryOns, shoppers }: Growth): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE hanging AS
      SELECT g.id, g."shopId" AS shop, g.category, i.id AS image, row_number() OVER (ORDER BY md5(g.id)) AS place
      FROM "Garment" g JOIN "GarmentImage" i ON i."garmentId" = g.id;
    CREATE UNIQUE INDEX ON hanging (place);
    ANALYZE hanging; ANALYZE people; ANALYZE photos; ANALYZE staff;`);
  const { rows } = await client.query<{ garments: number }>(
    'SELECT count(*)::int AS garments FROM hanging',
  );
  const garments = rows[0]?.garments ?? 0;
  await client.query({
    text: `
    INSERT INTO "TryOn" (id, "userId", "shopId", "garmentId", "garmentImageId", "photoId", "houseModelId",
      "baseId", "retryOfId", "idempotencyKey", "forShop", category, steps, guidance, seed, state, lane, turn,
      version, "requestId", attempts, "nextActionAt", "errorClass", "providerText", "providerHttp",
      "providerSeconds", "costMicros", "resultMediaId", "createdAt", "submittedAt", "pendingAt",
      "completedAt", "finishedAt", "favouriteAt", "deletedAt")
    SELECT pg_temp.id_at(t, n, 'try-on'), CASE WHEN for_shop THEN owner.id ELSE person.id END, garment.shop, garment.id,
      garment.image, CASE WHEN NOT dressed_model THEN photo.id END,
      CASE WHEN dressed_model THEN 'model-' || 1 + floor(6 * pg_temp.drawn(source, 5) ^ 2) END,
      CASE WHEN is_layer AND pg_temp.state_of(source) = 'succeeded' THEN earlier.id END,
      CASE WHEN is_retry THEN earlier.id END,
      'grown-' || n, for_shop, garment.category, 25, 2.5, floor(pg_temp.drawn(n, 6) * 1e9), state,
      (CASE WHEN for_shop THEN 'BULK' ELSE 'SHOPPER' END)::"TryOnLane", n,
      CASE state WHEN 'queued' THEN 1 WHEN 'sending' THEN 2 WHEN 'cancelled' THEN 2 WHEN 'running' THEN 4
        WHEN 'unknown' THEN 3 WHEN 'succeeded' THEN 6 ELSE 5 END,
      CASE WHEN state NOT IN ('queued', 'sending', 'cancelled', 'unknown') THEN 'request-' || n END,
      CASE WHEN state IN ('queued', 'cancelled') THEN 0 ELSE 1 END,
      CASE WHEN is_active THEN t END,
      CASE state WHEN 'blocked' THEN 'content_blocked' WHEN 'unknown' THEN 'submit_unknown'
        WHEN 'expired' THEN 'result_expired'
        WHEN 'failed' THEN ($1::text[])[1 + floor(array_length($1, 1) * pg_temp.drawn(n, 7) ^ 2)] END,
      CASE WHEN state IN ('failed', 'blocked', 'expired', 'unknown')
        AND t > pg_temp.present() - interval '${retentionOfProgram.providerTextDays} days'
        THEN ($2::text[])[1 + floor(array_length($2, 1) * pg_temp.drawn(n, 8) ^ 2)] END,
      CASE state WHEN 'failed' THEN 500 WHEN 'blocked' THEN 406 END,
      CASE WHEN is_look THEN took END, CASE WHEN is_look THEN 48000 END,
      CASE WHEN is_look AND NOT gone THEN pg_temp.id_at(t, n, 'look') END,
      t, CASE WHEN state NOT IN ('queued', 'sending', 'cancelled', 'unknown') THEN t + interval '0.2 s' END,
      CASE WHEN state NOT IN ('queued', 'sending', 'cancelled', 'unknown') THEN t + interval '0.2 s' END,
      CASE WHEN is_look OR state = 'saving' THEN t + took * interval '1 s' END,
      CASE WHEN NOT is_active THEN t + (took + 0.6) * interval '1 s' END,
      CASE WHEN is_look AND NOT gone AND NOT for_shop AND pg_temp.drawn(n, 9) < 0.03 THEN t + interval '1 min' END,
      CASE WHEN gone AND NOT is_active THEN least(t + interval '40 days' * pg_temp.drawn(n, 10), pg_temp.present()) END
    FROM generate_series(1, ${tryOns}) AS n
      -- Neither of one that is such itself: both are of the same person.
      CROSS JOIN LATERAL (SELECT n % 50 = 1 AND n > 2 AND (n - 2) % 33 > 0 AS is_retry,
        n % 33 = 0 AND n % 50 <> 1 AND n % 100 <> 17 AND (n - 7) % 50 <> 1 AND (n - 7) % 100 <> 17 AS is_layer
        OFFSET 0) AS kind
      CROSS JOIN LATERAL (SELECT pg_temp.asked_at(n) AS t, pg_temp.state_of(n) AS state,
        CASE WHEN is_retry THEN n - 2 WHEN is_layer THEN n - 7 ELSE n END AS source,
        n % 100 = 17 AS for_shop, 4 + 9 * pg_temp.drawn(n, 11) ^ 3 AS took OFFSET 0) AS one
      CROSS JOIN LATERAL (SELECT state = 'succeeded' AS is_look,
        state IN ('queued', 'sending', 'running', 'saving') AS is_active,
        for_shop OR pg_temp.drawn(source, 4) < 0.3 AS dressed_model,
        NOT for_shop AND (t < pg_temp.present() - interval '${retentionOfProgram.lookDays} days'
          OR pg_temp.drawn(n, 12) < 0.05) AS gone OFFSET 0) AS told
      CROSS JOIN LATERAL (SELECT pg_temp.id_at(pg_temp.asked_at(source), source, 'try-on') AS id) AS earlier
      JOIN people person ON person.place = 1 + floor(${shoppers} * pg_temp.drawn(source, 2) ^ 1.6)
      JOIN hanging garment
        ON garment.place = 1 + floor(${garments} * pg_temp.drawn(CASE WHEN is_retry THEN source ELSE n END, 3) ^ 1.7)
      JOIN photos photo ON photo.place = person.place AND photo.turn = floor(person.photos * pg_temp.drawn(source, 13) ^ 2)
      JOIN staff owner ON owner.shop = garment.shop AND owner.role = 'OWNER'
    -- As they come about: what is of one time lies together.
    ORDER BY n`,
    values: [[...errorClasses], said],
  });
  await client.query(`
    ANALYZE "TryOn";
    INSERT INTO "Media" (id, visibility, "ownerId", "storageKey", "contentType", sha256, bytes, width,
      height, "createdAt")
      SELECT "resultMediaId", (CASE WHEN "forShop" THEN 'PUBLIC' ELSE 'PRIVATE' END)::"MediaVisibility",
        CASE WHEN NOT "forShop" THEN "userId" END,
        (CASE WHEN "forShop" THEN 'garments' ELSE 'looks' END) || '/' || replace("resultMediaId", '-', '') || '.jpg',
        'image/jpeg', md5("resultMediaId"), 180000, 864, 1152, "finishedAt"
      FROM "TryOn" WHERE "resultMediaId" IS NOT NULL;
    INSERT INTO "TryOnEvent" ("tryOnId", at, version, kind, state, detail)
      SELECT id, "createdAt" + (step.version - 1.0) / greatest(1, cardinality(kinds) - 1)
          * (coalesce("finishedAt", pg_temp.present()) - "createdAt"), step.version, kind,
        (CASE kind WHEN 'note' THEN 'running' ELSE kind END)::"TryOnState",
        CASE kind WHEN 'note' THEN '{"providerStatus":"PROCESSING"}'::jsonb END
      FROM "TryOn" CROSS JOIN LATERAL (SELECT (CASE "TryOn".state ${roads} END)::text[] AS kinds OFFSET 0) AS road
        CROSS JOIN LATERAL unnest(kinds) WITH ORDINALITY AS step (kind, version);
    INSERT INTO "UsageEntry" (id, "tryOnId", "userId", "shopId", kind, at)
      SELECT pg_temp.id_at(entry.at, part, kind || id), id, "userId", "shopId", kind::"UsageKind", entry.at
      FROM "TryOn" CROSS JOIN LATERAL (VALUES (1, 'RESERVE', "createdAt"), (2, CASE
          WHEN state = 'succeeded' THEN 'CHARGE' ELSE 'RELEASE' END, "finishedAt")) AS entry (part, kind, at)
      WHERE entry.at IS NOT NULL;
    -- As its migration counts what was there before.
    INSERT INTO "ShopMonth" ("shopId", month, "tryOns")
      SELECT "shopId", to_char("createdAt", 'YYYY-MM'), count(*)
      FROM "TryOn" WHERE state IN ('succeeded', 'queued', 'sending', 'running', 'saving') GROUP BY 1, 2;
    UPDATE "Shop" SET "lastTurn" = ${tryOns};`);
}

/** What is told of one, by the state that it is in. */
const roads = Object.entries({
  queued: '',
  cancelled: 'cancelled',
  sending: 'sending',
  unknown: 'sending,unknown',
  running: 'sending,running,note',
  saving: 'sending,running,note,saving',
  failed: 'sending,running,note,failed',
  blocked: 'sending,running,note,blocked',
  expired: 'sending,running,note,expired',
  succeeded: 'sending,running,note,saving,succeeded',
})
  .map(([ending, road]) => `WHEN '${ending}' THEN '{queued${road && `,${road}`}}'`)
  .join(' ');

/** What providers say, the ids and figures in it normalised already. */
const said = [
  'Internal error during inference',
  'Request blocked by responsible AI (RAI) content policy.',
  'No human detected',
  'Worker timeout after # s on node #',
  'CUDA out of memory. Tried to allocate # MiB',
  'connection closed before the answer was complete',
  'could not identify image file',
  'Upstream returned # Bad Gateway',
  ...Array.from(
    { length: 60 },
    (_, place) => `Unexpected answer of kind ${'abcdefghij'[place % 10]}${'klmnop'[place % 6]}`,
  ),
];
