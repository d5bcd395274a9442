import 'server-only';
import { closestWord } from '#lib/domain/closest-word.ts';
import { isFormOf } from '#lib/domain/word-forms.ts';
import { db } from '#lib/server/db.ts';
import {
  findSimilarWords,
  findWordUses,
  type WordUse,
} from '#lib/server/repositories/search-words.ts';

export interface SearchReading {
  /** What is searched for: as typed, but for words that no garment has. */
  words: string[];
  /** Other words that stand for the same thing, and that some garment has. */
  others: string[];
}

/** What the words of a search most likely mean, whatever the filters. */
export async function readSearch(words: string[]): Promise<SearchReading> {
  const uses = await findWordUses(db(), words);
  const others = uses.flatMap((use) => use.others).filter((other) => !words.includes(other));
  return {
    words: await Promise.all(uses.map((use) => meantBy(use, use.word === words.at(-1)))),
    others: [...new Set(others)],
  };
}

async function meantBy({ word, stands, fits, others }: WordUse, last: boolean): Promise<string> {
  if (stands || others.length > 0) return word;
  const similar = await findSimilarWords(db(), word);
  if (!fits) {
    const known = similar.map((one) => one.word);
    return closestWord(word, known, { unfinished: last }) ?? word;
  }
  // Found by its stem alone, so it is a form of a word, or a slip that the stem does not show.
  const mates = similar.filter(({ sameStem }) => sameStem).map((one) => one.word);
  if (mates.some((mate) => isFormOf(word, mate))) return word;
  return closestWord(word, mates) ?? word;
}
