import type pg from 'pg';
import type { Growth } from './grow.ts';

/** What shoppers keep: favourites and bags, most of them a few and some of them many; and what they ordered. */
export async function fillShelves(client: pg.Client, { tryOns }: Growth): Promise<void> {
  const garment = (draw: string) => `1 + floor((SELECT count(*) FROM hanging) * ${draw} ^ 1.7)`;
  await client.query(`
    INSERT INTO "Favourite" ("userId", "garmentId", "createdAt")
      SELECT person.id, hanging.id, max(person.born + (pg_temp.present() - person.born) * pg_temp.drawn(n, 41))
      FROM people person
        CROSS JOIN LATERAL generate_series(person.place * 1000, person.place * 1000 + floor(60 * pg_temp.drawn(person.place, 40) ^ 4)::int) AS n
        JOIN hanging ON hanging.place = ${garment('pg_temp.drawn(n, 42)')}
      GROUP BY 1, 2;
    CREATE TEMP TABLE sold AS
      SELECT DISTINCT ON (hanging.place) hanging.place, hanging.shop, v.id AS variant, v.size, g.id AS garment, g.title, g.colour, g."priceMinor" AS price
      FROM hanging JOIN "Garment" g ON g.id = hanging.id
        JOIN "GarmentVariant" v ON v."garmentId" = g.id AND v.stock > 0
      ORDER BY hanging.place, md5(v.id);
    CREATE UNIQUE INDEX ON sold (place);
    ANALYZE sold;
    INSERT INTO "BagLine" (id, "userId", "variantId", quantity, "createdAt", "updatedAt")
      SELECT DISTINCT ON (person.id, variant) pg_temp.id_at(at, n, 'bag'), person.id, variant, 1 + n % 2, at, at
      FROM people person
        CROSS JOIN LATERAL generate_series(person.place * 1000, person.place * 1000 + floor(12 * pg_temp.drawn(person.place, 43) ^ 6)::int - 1) AS n
        CROSS JOIN LATERAL (SELECT (pg_temp.present() - interval '9 days' * pg_temp.drawn(n, 44))::timestamp(3) AS at) AS put
        JOIN sold ON sold.place = ${garment('pg_temp.drawn(n, 45)')}
      ORDER BY 2, 3, n;
    CREATE TEMP TABLE ordered AS
      SELECT n, at, pg_temp.id_at(at, n, 'order') AS id, person.id AS buyer, sold.*
      FROM generate_series(1, ${Math.ceil(tryOns / 20)}) AS n
        CROSS JOIN LATERAL (SELECT pg_temp.asked_at(n * 20) AS at) AS asked
        JOIN people person ON person.place = 1 + floor((SELECT count(*) FROM people) * pg_temp.drawn(n, 46) ^ 1.6)
        JOIN sold ON sold.place = ${garment('pg_temp.drawn(n, 47)')};
    INSERT INTO "OrderRequest" (id, "userId", "shopId", "idempotencyKey", name, email, currency, "totalMinor", "createdAt")
      SELECT id, buyer, shop, 'grown-' || n, 'A shopper', 'shopper@example.org', 'EUR', price, at FROM ordered;
    INSERT INTO "OrderRequestLine" (id, "orderId", "garmentId", title, colour, size, sku, quantity, "priceMinor")
      SELECT pg_temp.id_at(at, n, 'line'), id, garment, title, colour, size, '', 1, price FROM ordered;`);
}
