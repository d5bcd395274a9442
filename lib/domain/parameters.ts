/** Try-on parameters: ranges and defaults. Source: API page, "Parameters". */
export const stepsRange = { min: 20, max: 100, default: 25 } as const;
export const guidanceRange = { min: 1, max: 25, default: 2 } as const;
export const seedRange = { min: 0, max: 999_999_999_999_999 } as const;

/**
 * A concrete seed. The provider would draw one for −1 and not tell which, and then a look could
 * not be made again.
 *
 * @param random a number in [0, 1), as from `Math.random`.
 */
export function drawSeed(random: number): number {
  // Eight digits are plenty for "another take" and stay readable in a support mail.
  return Math.floor(random * 100_000_000);
}

/**
 * The seed of a house model in a garment picture, the same for everybody: so the first picture of it
 * can serve all who ask. Whoever wants another take draws a seed.
 */
export function sharedSeed(houseModelId: string, garmentImageId: string): number {
  // FNV-1a over the two ids.
  let hash = 0x811c9dc5;
  for (const char of `${houseModelId}.${garmentImageId}`) {
    hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
  }
  return hash % 100_000_000;
}
