import {
  detailWords,
  joiningWords,
  type Kind,
  kindEndings,
  kindWords,
  type NounOrder,
  notCompounds,
  turningWords,
  weakWords,
} from './kind-words.ts';

interface Noun {
  kind: Kind;
  order: NounOrder;
}

const nouns = new Map<string, Noun>();
for (const [kind, order, words] of kindWords) {
  for (const word of words) nouns.set(word, { kind, order });
}
const weakNouns = new Map(weakWords.flatMap(([kind, words]) => words.map((word) => [word, kind])));
/** The longest first: "strumpfhose" before "hose". */
const endings = kindEndings
  .flatMap(([kind, words]) => words.map((ending) => ({ kind, ending })))
  .toSorted((a, b) => b.ending.length - a.ending.length);
const details = new RegExp(`\\b(${detailWords.join('|')})\\b`, 'g');
/** What a thing is called stands in quotes and says nothing: hoodie “Rock star”. */
const names = /“[^”]*”|„[^“”]*[“”]|«[^»]*»|"[^"]*"/g;
const LONGEST_PHRASE = 3;

/**
 * What kind of thing words are about; null when they name none. Of several nouns the one counts that
 * says what the thing is, so that a shirt dress is a dress and a dress shirt a shirt.
 */
export function kindOfWords(text: string): Kind | null {
  const parts = text
    .replace(names, ' ')
    .split(/\s[-–—]\s|[|,;:()[\]/>•·]/)
    .map((part) => kindOfPart(wordsOf(part)))
    .filter((kind) => kind !== null);
  return agreed(parts);
}

/** Without accents, hyphens and apostrophes: "T-Shirt" is two words as "T shirt" is. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[&+]/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(details, ' ')
    .split(' ')
    .filter((word) => word !== '');

function kindOfPart(words: string[]): Kind | null {
  const things: string[][] = [[]];
  for (const [i, word] of words.entries()) {
    const isAlone = !isInPhrase(words, i);
    const before = words.slice(0, i);
    const turns = turningWords.has(word) || (word === 'en' && namesInOrder('first', before));
    if (isAlone && i > 0 && turns) break;
    if (isAlone && joiningWords.has(word)) things.push([]);
    else things.at(-1)?.push(word);
  }
  return agreed(things.map(kindOfThing).filter((kind) => kind !== null));
}

const namesInOrder = (order: NounOrder, words: string[]) =>
  words.some((_, at) => phraseAt(words, at)?.noun.order === order);

function kindOfThing(words: string[]): Kind | null {
  const found: Noun[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at);
    const word = words[at] ?? '';
    const noun = phrase?.noun ?? nounByEnding(word);
    if (noun) found.push(noun);
    at += phrase?.length ?? 1;
  }
  const isFirst = found.some(({ order }) => order === 'first');
  const telling = isFirst ? found[0] : found.at(-1);
  if (telling) return telling.kind;
  return agreed(words.flatMap((word) => weakNouns.get(word) ?? []));
}

function phraseAt(words: string[], at: number): { noun: Noun; length: number } | null {
  for (let length = LONGEST_PHRASE; length > 0; length -= 1) {
    const noun = nouns.get(words.slice(at, at + length).join(' '));
    if (noun && at + length <= words.length) return { noun, length };
  }
  return null;
}

function isInPhrase(words: string[], at: number): boolean {
  for (let from = Math.max(0, at - LONGEST_PHRASE + 1); from <= at; from += 1) {
    const phrase = phraseAt(words, from);
    if (phrase && from + phrase.length > at && phrase.length > 1) return true;
  }
  return false;
}

function nounByEnding(word: string): Noun | null {
  if (notCompounds.has(word)) return null;
  const match = endings.find(
    ({ ending }) => word.endsWith(ending) && word.length > ending.length + 1,
  );
  return match ? { kind: match.kind, order: 'last' } : null;
}

/** Two kinds at once are none that can be told. */
function agreed(kinds: readonly Kind[]): Kind | null {
  const [first, ...others] = kinds;
  if (first === undefined) return null;
  return others.every((kind) => kind === first) ? first : 'UNCLEAR';
}
