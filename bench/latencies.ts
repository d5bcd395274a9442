/** Seeded latencies of a make-believe provider, in milliseconds. */

/** Uniform in [0, 1), the same row of numbers for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Draw = (random: () => number) => number;

/** @param meanMs of the latency itself, not of its logarithm. */
export function logNormal(meanMs: number, sigma: number): Draw {
  const medianMs = meanMs / Math.exp(sigma ** 2 / 2);
  return (random) => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return medianMs * Math.exp(sigma * normal);
  };
}

export function mixture(first: Draw, second: Draw, shareOfFirst: number): Draw {
  return (random) => (random() < shareOfFirst ? first : second)(random);
}
