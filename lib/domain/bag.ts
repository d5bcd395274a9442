import type { Money } from './money.ts';

/**
 * The bag. A line is so many of one variant. What a person can get of it now decides what counts:
 *
 * - `available`: counted, and handed over or requested.
 * - `sold_out`: the shop still shows the garment, but has none of this size.
 * - `size_gone`: the shop still shows the garment, but no longer sells this size.
 * - `gone`: the shop no longer shows the garment.
 *
 * Stock says whether there is any, not how many a person may ask for: shops confirm that themselves.
 */
export type LineState = 'available' | 'sold_out' | 'size_gone' | 'gone';

export const quantityRange = { min: 1, max: 99 } as const;

/** Most that an order request may come to, in minor units: what its column holds. */
export const MOST_TOTAL_MINOR = 2 ** 31 - 1;

/** Different variants in one bag. */
export const MOST_LINES = 100;

export function lineState(
  garmentIsActive: boolean,
  { stock, retiredAt }: { stock: number; retiredAt: Date | null },
): LineState {
  if (!garmentIsActive) return 'gone';
  if (retiredAt) return 'size_gone';
  return stock > 0 ? 'available' : 'sold_out';
}

/** The same variant twice is one line, never of more than a line may have. */
export const addQuantities = (one: number, other: number): number =>
  Math.min(quantityRange.max, one + other);

export interface CountedLine {
  state: LineState;
  quantity: number;
  price: Money;
}

/** How many garments can be had, and what they cost together. All lines are in the one currency. */
export function totalOf(
  lines: readonly CountedLine[],
  currency: string,
): { count: number; total: Money } {
  let count = 0;
  let minor = 0;
  for (const { state, quantity, price } of lines) {
    if (state !== 'available') continue;
    count += quantity;
    minor += quantity * price.minor;
  }
  return { count, total: { minor, currency } };
}

interface BuyingGroup<Line extends { shop: unknown }> {
  shop: Line['shop'];
  currency: string;
  lines: Line[];
}

/**
 * What is bought together: the lines of one shop in one currency, in the order in which the first of
 * each came into the bag.
 */
export function groupForBuying<Line extends CountedLine & { shop: { slug: string } }>(
  lines: readonly Line[],
): BuyingGroup<Line>[] {
  const groups = new Map<string, BuyingGroup<Line>>();
  for (const line of lines) {
    const { currency } = line.price;
    const key = `${currency} ${line.shop.slug}`;
    const group: BuyingGroup<Line> = groups.get(key) ?? { shop: line.shop, currency, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What stood on the screen when somebody decided to buy. */
export interface SeenBag {
  totalMinor: number;
  lines: readonly { id: string; quantity: number }[];
}

export function seenOf(
  lines: readonly (CountedLine & { id: string })[],
  currency: string,
): { totalMinor: number; lines: { id: string; quantity: number }[] } {
  return {
    totalMinor: totalOf(lines, currency).total.minor,
    lines: lines
      .filter(({ state }) => state === 'available')
      .map(({ id, quantity }) => ({ id, quantity })),
  };
}

/**
 * Whether what would be bought now is what was seen: the same lines, as many of each, at the same
 * price in all. Another tab, a sale or an empty shelf may have come in between.
 */
export function isAsSeen(
  lines: readonly (CountedLine & { id: string })[],
  currency: string,
  seen: SeenBag,
): boolean {
  const now = seenOf(lines, currency);
  const print = ({ totalMinor, lines: all }: SeenBag) =>
    [totalMinor, ...all.map(({ id, quantity }) => `${id}×${quantity}`).sort()].join();
  return print(now) === print(seen);
}

/** What people say on the telephone instead of a UUID: its last, random, eight digits. */
export function orderReference(id: string): string {
  const tail = id.replaceAll('-', '').slice(-8).toUpperCase();
  return `${tail.slice(0, 4)}-${tail.slice(4)}`;
}
