/**
 * Whether two words are forms of one, as "dress" and "dresses" or "knit" and "knitted" are. A stem says
 * less: "boxy" and "boxi" have the same one, and one of them is mistyped.
 */
export function isFormOf(one: string, other: string): boolean {
  const known = bases(other);
  return bases(one).some((base) => known.includes(base));
}

const endings: [ending: RegExp, instead: string][] = [
  [/(?<!s)s$/, ''],
  [/es$/, ''],
  [/ies$/, 'y'],
  [/ed$/, ''],
  [/ed$/, 'e'],
  [/ing$/, ''],
  [/ing$/, 'e'],
  // knitted, knitting
  [/([a-z])\1(ed|ing)$/, '$1'],
];

/** What is left when a regular ending is taken off, in every way that is possible; and all of it. */
const bases = (word: string): string[] => [
  word,
  ...endings
    .filter(([ending]) => ending.test(word))
    .map(([ending, instead]) => word.replace(ending, instead))
    .filter((base) => base.length > 2),
];
