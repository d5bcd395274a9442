/** A small seeded generator (mulberry32): the same seed gives the same numbers everywhere. */
export function createRandom(seed: number): () => number {
  let state = (Math.trunc(seed) ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What another seed changes: the fall of the cloth and the light on it, both by a little. */
export interface Drape {
  /** Hem and sleeves, as a share of the garment's length. */
  length: number;
  /** Ease at the sides, as a share of the width. */
  ease: number;
  /** Overall light on the cloth. */
  light: number;
  /** Sideways sway of the cloth, in shoulder widths at the hem. */
  sway: number;
  /** Where the faint folds lie. */
  phase: number;
}

export function drapeFor(seed: number): Drape {
  const random = createRandom(seed);
  const around = (reach: number) => (random() * 2 - 1) * reach;
  return {
    length: 1 + around(0.022),
    ease: 1 + around(0.018),
    light: 1 + around(0.028),
    sway: around(0.02),
    phase: random() * Math.PI * 2,
  };
}
