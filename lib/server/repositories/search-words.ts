import 'server-only';
import { otherWords } from '#lib/domain/search-words.ts';
import type { Db } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';

// Raw SQL: Prisma knows neither tsvector nor pg_trgm. `searchWords` has left letters and digits only.

/** All of the words; the last may be the beginning of one. Literal: all of them as they are written. */
export function allOfWords({ words, literal }: { words: string[]; literal: boolean }): Prisma.Sql {
  const each = words.map((word, place) =>
    literal
      ? asWritten(word, false)
      : anyForm([word, ...otherWords(word)], place === words.length - 1),
  );
  return Prisma.sql`(${Prisma.join(each, ' && ')})`;
}

const anyForm = (words: string[], begun = false) =>
  Prisma.sql`search_query(${words}::text[], ${begun}::boolean)`;

const asWritten = (word: string, begun: boolean) =>
  Prisma.sql`${`'${word}'${begun ? ':*' : ''}`}::tsquery`;

/** What the garments in the shops make of a word, whatever the filters. */
export interface WordUse {
  word: string;
  /** One of them has it as it is written; the last word of a search may be begun only. */
  stands: boolean;
  /** One of them has it in a form of the same English stem. */
  fits: boolean;
  /** Other words for the same thing that one of them has. */
  others: string[];
}

export const findWordUses = (db: Db, words: string[]): Promise<WordUse[]> =>
  Promise.all(words.map((word, place) => findWordUse(db, word, place === words.length - 1)));

/** What many have, one of the newest usually has, and then nothing else is read. */
const LOOKED_AT = 200;

async function findWordUse(db: Db, word: string, begun: boolean): Promise<WordUse> {
  const others = otherWords(word);
  const foundOthers = others.map((one) => someGarment(anyForm([one])));
  const [row] = await db.$queryRaw<{ stands: boolean; fits: boolean; others: boolean[] }[]>`
    WITH newest AS MATERIALIZED (
      SELECT words FROM "GarmentListing"
      ORDER BY "listedAt" DESC, "garmentId" DESC LIMIT ${LOOKED_AT})
    SELECT stands, stands OR ${someGarment(anyForm([word]))} AS fits,
      ARRAY[${foundOthers.length > 0 ? Prisma.join(foundOthers) : Prisma.empty}]::boolean[] AS others
    FROM (SELECT ${someGarment(asWritten(word, begun))} AS stands OFFSET 0) AS written`;
  return {
    word,
    stands: row?.stands ?? false,
    fits: row?.fits ?? false,
    others: others.filter((_, place) => row?.others[place]),
  };
}

/**
 * By the index where none of `newest` matches: a word of an older season, or after a large import, and
 * what hardly any has. Materialized, or for a word that none has all of them would be read one by one.
 */
const someGarment = (query: Prisma.Sql) => Prisma.sql`CASE
  WHEN EXISTS (SELECT FROM newest WHERE words @@ ${query}) THEN true
  ELSE EXISTS (
    WITH found AS MATERIALIZED (SELECT FROM "GarmentListing" WHERE words @@ ${query})
    SELECT FROM found)
  END`;

const MAX_CANDIDATES = 3000;

/** Words that are worth a closer comparison: some parts in common, or the same first letter. */
export async function findSimilarWords(
  db: Db,
  word: string,
): Promise<{ word: string; sameStem: boolean }[]> {
  return db.$queryRaw`
    SELECT DISTINCT word, ts_lexize('english_stem', word) = ts_lexize('english_stem', ${word}) AS "sameStem"
    FROM "SearchWord"
    WHERE word % ${word} OR word LIKE ${`${[...word][0] ?? ''}%`}
    LIMIT ${MAX_CANDIDATES}`;
}
