import type pg from 'pg';
import type { Growth } from './grow.ts';

/** What a person of that place has agreed to, and so may have photos. */
const PHOTOS_EACH = 3;

/**
 * An admin, who is answered with; of each shop its owner, an editor and a viewer; shoppers, a third of them
 * guests, each with a consent and photos. Leaves the shoppers by place in the temporary table `people`.
 */
export async function fillPeople(client: pg.Client, { shoppers }: Growth): Promise<string> {
  await client.query(`
    CREATE TEMP TABLE people AS
      SELECT n AS place, born, pg_temp.id_at(born, n, 'shopper') AS id,
        pg_temp.id_at(born, n, 'consent') AS consent,
        1 + floor(pg_temp.drawn(n, 21) * ${PHOTOS_EACH})::int AS photos, n % 3 = 2 AS guest
      FROM generate_series(1, ${shoppers}) AS n CROSS JOIN LATERAL (
        SELECT (pg_temp.asked_at(0) - interval '30 days' * pg_temp.drawn(n, 20))::timestamp(3) AS born) AS birth;
    CREATE UNIQUE INDEX ON people (place);
    INSERT INTO "User" (id, name, email, role, "isGuest", "seenAt", "createdAt", "updatedAt")
      SELECT id, CASE WHEN NOT guest THEN (${words('name')})[1 + place % 12] || ' ' || (${words('surname')})[1 + place % 11] END,
        CASE WHEN NOT guest THEN 'shopper-' || place || '@example.org' END,
        'SHOPPER', guest, pg_temp.present() - interval '5 days' * pg_temp.drawn(place, 22), born, born
      FROM people;
    INSERT INTO "Consent" (id, "userId", version, text, "givenAt")
      SELECT consent, id, '2026-11', 'I agree.', born FROM people;
    CREATE TEMP TABLE photos AS
      SELECT people.place, p AS turn, people.id AS owner, consent, born,
        pg_temp.id_at(born, people.place * 10 + p, 'photo') AS id,
        pg_temp.id_at(born, people.place * 10 + p, 'photo-media') AS media,
        pg_temp.id_at(born, people.place * 10 + p, 'photo-input') AS input
      FROM people CROSS JOIN LATERAL generate_series(0, people.photos - 1) AS p;
    INSERT INTO "Media" (id, visibility, "ownerId", "storageKey", "contentType", sha256, bytes, width,
      height, "createdAt")
      SELECT made.id, 'PRIVATE', owner, kind || '/' || replace(made.id, '-', '') || '.jpg', 'image/jpeg',
        md5(made.id), 200000, 1200, 1600, born
      FROM photos CROSS JOIN LATERAL (VALUES (media, 'photos'), (input, 'inputs')) AS made (id, kind);
    INSERT INTO "Photo" (id, "userId", "consentId", "mediaId", "inputMediaId", "createdAt", "lastUsedAt")
      SELECT id, owner, consent, media, input, born,
        pg_temp.present() - interval '25 days' * pg_temp.drawn(place * 10 + turn, 23)
      FROM photos;
    CREATE UNIQUE INDEX ON photos (place, turn);
    CREATE TEMP TABLE staff AS
      SELECT shop.place, shop.id AS shop, role, pg_temp.id_at(pg_temp.asked_at(0), shop.place * 3 + turn, 'staff') AS id
      FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM "Shop") AS shop
        CROSS JOIN (VALUES (0, 'OWNER'), (1, 'EDITOR'), (2, 'VIEWER')) AS roles (turn, role);
    INSERT INTO "User" (id, name, email, role, "createdAt", "updatedAt")
      SELECT id, role || ' of ' || place, lower(role) || '-' || place || '@example.org', 'MERCHANT', pg_temp.asked_at(0),
        pg_temp.asked_at(0) FROM staff;
    INSERT INTO "ShopMember" ("shopId", "userId", role, "createdAt")
      SELECT shop, id, role::"ShopRole", pg_temp.asked_at(0) FROM staff;
    INSERT INTO "HouseModel" (id, slug, name, description, "heightCm", position, "mediaId", "inputMediaId")
      SELECT 'model-' || n, 'model-' || n, 'Model ' || n, '', 165 + 3 * n, n, media.id, media.id
      FROM generate_series(1, 6) AS n CROSS JOIN (SELECT id FROM "Media" WHERE "ownerId" IS NULL LIMIT 1) AS media;`);
  const { rows } = await client.query<{ id: string }>(`
    INSERT INTO "User" (id, name, email, role, "createdAt", "updatedAt")
    VALUES (pg_temp.id_at(pg_temp.asked_at(0), 0, 'admin'), 'Ada', 'ada@example.org', 'ADMIN',
      pg_temp.asked_at(0), pg_temp.asked_at(0)) RETURNING id`);
  return rows[0]?.id ?? '';
}

function words(kind: 'name' | 'surname'): string {
  const all =
    kind === 'name'
      ? 'Ana,Bela,Chiara,Dilek,Elif,Femke,Grete,Hana,Ines,Jana,Katla,Lale'
      : 'Acar,Berg,Costa,Diaz,Ek,Faber,Grau,Holm,Ivanova,Jensen,Kaya';
  return `'{${all}}'::text[]`;
}
