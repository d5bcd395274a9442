import pg from 'pg';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { withoutIndexes } from './grown/without-indexes.ts';

/**
 * Shops as full as they may become, the same for the same seed. Words are as uneven as in any
 * language, sizes belong to kinds and shops, and every tenth shop has brought nothing for years, so
 * that all it has is at the far end of "newest first".
 */

const SHOPS = 60;
const BATCH = 2_000;
const OPENED = Date.UTC(2024, 0, 1);
const DAY_MS = 24 * 3_600_000;

const list = (text: string) => text.split(', ');
export const nouns: Record<GarmentCategory, string[]> = {
  UPPER_BODY: list('tee, shirt, blouse, sweater, cardigan, jacket, hoodie, polo, vest, tank'),
  LOWER_BODY: list('trousers, jeans, skirt, shorts, chinos, leggings, culottes, joggers'),
  DRESS: list('dress, shirt dress, wrap dress, gown, jumpsuit, pinafore'),
};
export const categories = ['UPPER_BODY', 'LOWER_BODY', 'DRESS'] as const;
export const cuts = list('boxy, wide, slim, relaxed, cropped, long, pleated, ribbed, straight');
export const colours = list(
  'White, Black, Navy, Washed blue, Indigo, Sage, Bottle green, Terracotta, Rust, Oat, Sand, Plum, Burgundy, Red, Charcoal, Chocolate, Mustard, Blush, Écru, Floral print',
);
const materials = list('Organic cotton, Linen, Merino wool, Viscose crêpe, Silk, Corduroy, Denim');
export const letters = list('XXS, XS, S, M, L, XL, XXL');
export const waists = list('W24, W26, W28, W30, W32, W34, W36, W38');
const occasions = list('office, party, beach, wedding, sport, travel, lounge, gift, sale, basics');
const seasons = list('spring, summer, autumn, winter');
const readinesses = list('READY, FAIR, NOT_READY');
const numbers = list('34, 36, 38, 40, 42, 44, 46, 48');

export interface MadeShop {
  id: string;
  slug: string;
  name: string;
  /** It has brought nothing lately. */
  old: boolean;
  /** Its dresses come in numbers. */
  numbered: boolean;
}

export interface CrowdedShops {
  shops: MadeShop[];
  /** Made up, the commonest first; they stand in titles and descriptions. */
  words: string[];
}

type Random = () => number;
export const pick = <T>(from: readonly T[], random: Random): T =>
  from[Math.floor(random() * from.length)] as T;
/** The tenth about a tenth as often as the first. */
const pickUnevenly = <T>(from: readonly T[], random: Random): T =>
  from[Math.floor((from.length + 1) ** random()) - 1] as T;

/**
 * Fills an empty, migrated database.
 *
 * @param opened when the first garment was hung; the last came 1,000 days later.
 */
export async function crowdShops(
  databaseUrl: string,
  garments: number,
  random: Random,
  opened = OPENED,
): Promise<CrowdedShops> {
  const words = makeWords(4_000, random);
  const shops = Array.from({ length: SHOPS }, (_, place) => makeShop(place, words, random));
  // Listed by the same function as everywhere, but many at once.
  const options = '-c session_replication_role=replica';
  const client = new pg.Client({ connectionString: databaseUrl, options });
  const helper = new pg.Client({ connectionString: databaseUrl, options });
  await Promise.all([client.connect(), helper.connect()]);
  try {
    await insert(client, 'Shop', shops, ['id', 'slug', 'name']);
    const picture = makePicture(random);
    await insert(client, 'Media', [picture]);
    const batches: string[][] = [];
    await withoutIndexes(client, ['Garment', 'GarmentVariant', 'GarmentImage'], async () => {
      for (let made = 0; made < garments; made += BATCH) {
        const batch = Array.from({ length: Math.min(BATCH, garments - made) }, () =>
          makeGarment(pickUnevenly(shops, random), words, opened, random),
        );
        await hang(client, batch, picture.id, random);
        batches.push(batch.map(({ id }) => id));
      }
    });
    // With no idea of the tables their listing would read all of them for each batch.
    await client.query('ANALYZE');
    await withoutIndexes(client, ['GarmentListing', 'ListedSize'], async () => {
      // By two at once: nothing else takes as long.
      const list = async (by: pg.Client) => {
        for (let batch = batches.pop(); batch; batch = batches.pop()) {
          await by.query('SELECT refresh_garment_listings($1)', [batch]);
        }
      };
      await Promise.all([list(client), list(helper)]);
    });
    await client.query('VACUUM ANALYZE');
  } finally {
    await Promise.all([client.end(), helper.end()]);
  }
  return { shops, words };
}

type MadeGarment = ReturnType<typeof makeGarment>;

async function hang(
  client: pg.Client,
  garments: MadeGarment[],
  mediaId: string,
  random: Random,
): Promise<void> {
  await insert(
    client,
    'Garment',
    garments.map(({ sizes, ...garment }) => garment),
  );
  await client.query(
    `INSERT INTO "GarmentVariant" (id, "garmentId", size, sku, stock, position)
     SELECT md5(g.id || n)::uuid::text, g.id, g.sizes->>n, '', (g.stocks->>n)::int, n
     FROM json_to_recordset($1) AS g (id text, sizes json, stocks json),
       generate_series(0, json_array_length(g.sizes) - 1) AS n`,
    [
      JSON.stringify(
        garments.map(({ id, sizes }) => ({
          id,
          sizes,
          stocks: sizes.map(() => (random() < 0.2 ? 0 : 8)),
        })),
      ),
    ],
  );
  await insert(
    client,
    'GarmentImage',
    garments.map(({ id: garmentId, title: alt }) => {
      return { id: garmentId, garmentId, mediaId, inputMediaId: mediaId, position: 0, alt };
    }),
  );
}

async function insert<T extends object>(
  client: pg.Client,
  table: string,
  rows: T[],
  columns = Object.keys(rows[0] ?? {}),
): Promise<void> {
  const names = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const into = client.escapeIdentifier(table);
  await client.query(
    `INSERT INTO ${into} (${names})
     SELECT ${names} FROM json_populate_recordset(NULL::${into}, $1)`,
    [JSON.stringify(rows)],
  );
}

function makeShop(place: number, words: string[], random: Random): MadeShop {
  // Not among the commonest words, or a shop's name would be found everywhere.
  const name = words[1_000 + place] ?? '';
  return {
    id: uuid(random),
    slug: name,
    name: capital(name),
    old: place % 10 === 9,
    numbered: place % 3 === 0,
  };
}

function makeGarment(
  { id: shopId, old, numbered }: MadeShop,
  words: string[],
  opened: number,
  random: Random,
) {
  const category = pick(categories, random);
  const title = `${capital(pickUnevenly(words, random))} ${pick(cuts, random)} ${pick(nouns[category], random)}`;
  const said = Array.from({ length: 20 }, () => pickUnevenly(words, random));
  const id = uuid(random);
  const publishedAt = new Date(opened + random() * (old ? 180 : 1_000) * DAY_MS).toISOString();
  return {
    id,
    shopId,
    slug: id,
    title,
    // Now and then what another garment is called, as in "wear it over a dress".
    description: `${said.join(' ')} ${pick(nouns[pick(categories, random)], random)}.`,
    category,
    status: 'ACTIVE',
    tags: [pickUnevenly(occasions, random), pick(seasons, random)].filter(() => random() < 0.6),
    // Its only picture, which its shop has chosen.
    pinnedImageId: id,
    readiness: pickUnevenly(readinesses, random),
    colour: pick(colours, random),
    material: pick(materials, random),
    priceMinor: 1_900 + Math.floor(random() * 200) * 100,
    currency: 'EUR',
    publishedAt,
    createdAt: publishedAt,
    updatedAt: publishedAt,
    sizes: sizesOf(category, numbered),
  };
}

function sizesOf(category: GarmentCategory, numbered: boolean): string[] {
  if (category === 'LOWER_BODY') return waists;
  return category === 'DRESS' && numbered ? numbers : letters;
}

function makePicture(random: Random) {
  const now = new Date(OPENED).toISOString();
  return {
    ...{ id: uuid(random), visibility: 'PUBLIC', storageKey: 'bench', contentType: 'image/webp' },
    ...{ sha256: '', bytes: 1, width: 3, height: 4, createdAt: now },
  };
}

/** Of two to four syllables, none twice. */
function makeWords(count: number, random: Random): string[] {
  const words = new Set<string>();
  while (words.size < count) {
    const syllables = 2 + Math.floor(random() * 3);
    words.add(
      Array.from(
        { length: syllables },
        () => pick([...'bdfgklmnprstvz'], random) + pick([...'aeiou'], random),
      ).join(''),
    );
  }
  return [...words];
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function uuid(random: Random): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
