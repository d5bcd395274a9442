/** A file that somebody might send to hurt us, or that carries more than she meant to send. */
export interface HostileUpload {
  name: string;
  bytes: Uint8Array;
  /**
   * - `refused`: with a sentence.
   * - `cleaned`: a picture is made of it, and of nothing else in it.
   * - `either`: it is damaged in a way that may or may not leave a picture.
   */
  fate: 'refused' | 'cleaned' | 'either';
  /** Wants far more time or memory than its size lets expect. */
  bomb?: true;
}

/** Stands in everything that must not come out again. */
export const PLANTED = 'PlantedSecret';

export const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** The same numbers for the same seed, from 0 to below `below`. Mulberry32. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
