/**
 * The known word that a mistyped one most likely meant, or null. One slip in a short word, two in a
 * longer one; a slip is a letter too many, missing, wrong, or two that changed places.
 */
export function closestWord(
  typed: string,
  known: readonly string[],
  /** The word may be the beginning of one that is still being typed. */
  { unfinished = false } = {},
): string | null {
  const allowed = slipsAllowed(typed);
  let best: { word: string; slips: number } | null = null;
  for (const word of known) {
    const whole = slipsBetween(typed, word);
    // A beginning is less sure than a whole word, at the same number of slips.
    const begun = unfinished ? slipsBetween(typed, word.slice(0, typed.length)) + 0.5 : whole;
    const slips = Math.min(whole, begun);
    if (slips > allowed) continue;
    // Of two that are equally close the one with the same first letter, which is seldom mistyped.
    const weight = slips + (word[0] === typed[0] ? 0 : 0.25);
    if (!best || weight < best.slips) best = { word, slips: weight };
  }
  return best?.word ?? null;
}

export function slipsAllowed(typed: string): number {
  if (typed.length < 3) return 0;
  return typed.length < 6 ? 1 : 2;
}

/** Optimal string alignment distance. */
export function slipsBetween(a: string, b: string): number {
  const width = b.length + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: width }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column < width; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let slips = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        slips = Math.min(slips, at(beforeLast, column - 2) + 1);
      }
      current.push(slips);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

const at = (row: number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
