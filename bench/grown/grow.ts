import pg from 'pg';
import { crowdShops, type MadeShop } from '../crowded-shops.ts';
import { seededRandom } from '../latencies.ts';
import { fillCases } from './cases.ts';
import { fillPeople } from './people.ts';
import { fillRecords } from './records.ts';
import { fillShelves } from './shelves.ts';
import { fillTryOns } from './try-ons.ts';
import { withoutIndexes } from './without-indexes.ts';

/**
 * A fitting room that has been open for a while, the same for the same size and seed: garments, shoppers,
 * try-ons with their events and books, cases, and what shops have counted. A few shops and shoppers have
 * most of it, and days and hours differ as they do. Everything grows with the number of try-ons.
 */
export interface Growth {
  tryOns: number;
  garments: number;
  shoppers: number;
  /** Share of the try-ons that end before a person. */
  troubled: number;
  /** The present: nothing is later. */
  until: Date;
  seed: number;
}

export interface Grown {
  shops: MadeShop[];
  adminId: string;
}

/** So long ago the first try-on was asked for. */
export const DAYS_OPEN = 400;
const DAY_MS = 86_400_000;

/** A tenth of the try-ons as many garments, and as much of everything else as goes with them. */
export const growthOf = (tryOns: number, until: Date): Growth => ({
  tryOns,
  garments: Math.ceil(tryOns / 10),
  shoppers: Math.ceil(tryOns / 200),
  troubled: 0.01,
  until,
  seed: 20_261_128,
});

/** Fills an empty, migrated database. */
export async function growDatabase(databaseUrl: string, growth: Growth): Promise<Grown> {
  const { garments, seed, until } = growth;
  // All were there before anybody tried one on.
  const opened = until.getTime() - (DAYS_OPEN + 1_010) * DAY_MS;
  const { shops } = await crowdShops(databaseUrl, garments, seededRandom(seed), opened);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`
      SET TIME ZONE 'UTC';
      SET maintenance_work_mem = '512MB';
      SET work_mem = '256MB';
      -- Foreign keys are right by construction, and not looked at for each of so many rows.
      SET session_replication_role = replica;`);
    await client.query(helpers(growth));
    const adminId = await withoutIndexes(client, filled, async () => {
      const admin = await fillPeople(client, growth);
      await fillTryOns(client, growth);
      await fillCases(client, admin);
      await fillShelves(client, growth);
      await fillRecords(client, growth, admin);
      return admin;
    });
    await client.query('VACUUM ANALYZE');
    return { shops, adminId };
  } finally {
    await client.end();
  }
}

const filled = [
  ...['User', 'ShopMember', 'Consent', 'Photo', 'Media', 'TryOn', 'TryOnEvent', 'UsageEntry'],
  ...['ReviewCase', 'CaseDecision', 'CaseNote', 'Appeal', 'Feedback', 'Favourite', 'BagLine'],
  ...['OrderRequest', 'OrderRequestLine', 'AuditEntry', 'Visit', 'GarmentSpan', 'ShopDay'],
];

/** What all that is drawn is drawn with: by the number of what it is for, never by a generator's turn. */
const helpers = ({ tryOns, until, troubled, seed }: Growth) => `
  -- Uniform in [0, 1).
  CREATE FUNCTION pg_temp.drawn(n bigint, salt int) RETURNS float8 LANGUAGE sql IMMUTABLE AS
    $$ SELECT (hashint8extended(n, salt + ${seed}) & 1073741823)::float8 / 1073741824 $$;
  -- An id that sorts by its instant, as the program's own do.
  CREATE FUNCTION pg_temp.id_at(at timestamp, n bigint, salt text) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || overlay(overlay(
      left(md5(salt || n), 20) placing '7' from 1 for 1) placing '8' from 5 for 1))::uuid::text $$;
  CREATE FUNCTION pg_temp.present() RETURNS timestamp LANGUAGE sql IMMUTABLE AS
    $$ SELECT timestamp '${until.toISOString().slice(0, -1)}' $$;
  -- So many seconds ago the nth of them was asked for, if days and hours were alike.
  CREATE FUNCTION pg_temp.ago(n bigint) RETURNS float8 LANGUAGE sql IMMUTABLE AS
    $$ SELECT ${DAYS_OPEN * 86_400} * (1 - (n::float8 / ${tryOns + 1}) ^ 0.6) $$;
  -- When it was asked for: more from month to month, fewer at night and on some days of the week.
  CREATE FUNCTION pg_temp.asked_at(n bigint) RETURNS timestamp(3) LANGUAGE sql IMMUTABLE AS $$
    SELECT (pg_temp.present() - interval '1 s' * (pg_temp.ago(n)
      + 7000 * sin(pg_temp.ago(n) / 13751) + 40000 * sin(pg_temp.ago(n) / 96257)))::timestamp(3) $$;
  CREATE FUNCTION pg_temp.state_of(n bigint) RETURNS "TryOnState" LANGUAGE sql IMMUTABLE AS $$
    SELECT (CASE
      WHEN n > ${tryOns} * 0.999 THEN CASE
        WHEN pg_temp.drawn(n, 1) < 0.7 THEN 'queued' WHEN pg_temp.drawn(n, 1) < 0.75 THEN 'sending'
        WHEN pg_temp.drawn(n, 1) < 0.95 THEN 'running' ELSE 'saving' END
      WHEN pg_temp.drawn(n, 1) < ${troubled * 0.55} THEN 'failed'
      WHEN pg_temp.drawn(n, 1) < ${troubled * 0.8} THEN 'blocked'
      WHEN pg_temp.drawn(n, 1) < ${troubled * 0.92} THEN 'expired'
      WHEN pg_temp.drawn(n, 1) < ${troubled} THEN 'unknown'
      WHEN pg_temp.drawn(n, 1) > 0.985 THEN 'cancelled' ELSE 'succeeded' END)::"TryOnState" $$;`;
