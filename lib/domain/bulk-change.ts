import type { GarmentCategory } from './category.ts';
import type { GarmentStatus } from './garment-status.ts';
import { parsePrice } from './money.ts';

/** One change that is made to many garments at once, and what it makes of each of them. */
export type BulkChange =
  | { kind: 'status'; status: GarmentStatus }
  | { kind: 'category'; category: GarmentCategory | null }
  /** As typed, in the garment's currency. */
  | { kind: 'price'; price: string }
  /** Hundredths of a percent up or down. */
  | { kind: 'price-by'; basisPoints: number }
  | { kind: 'tags'; add: string[]; remove: string[] };

/** What a bulk change may touch. */
export interface BulkFields {
  status: GarmentStatus;
  category: GarmentCategory | null;
  priceMinor: number;
  tags: string[];
}

export type BulkOutcome =
  | { kind: 'changed'; fields: BulkFields }
  | { kind: 'same' }
  /** It cannot be, and stays as it is. */
  | { kind: 'left'; why: string };

/** Postgres keeps prices in 32 bits; nobody sells for more than this either. */
const DEAREST = 999_999_999;
const MAX_TAGS = 50;

export function changeGarment(
  garment: BulkFields & { currency: string; hasPicture: boolean },
  change: BulkChange,
): BulkOutcome {
  const { status, category, priceMinor, tags } = garment;
  const before = { status, category, priceMinor, tags };
  switch (change.kind) {
    case 'status':
      if (change.status === 'ACTIVE' && status !== 'ACTIVE' && !garment.hasPicture) {
        return { kind: 'left', why: 'It has no picture yet, so it cannot be published.' };
      }
      return outcome(before, { ...before, status: change.status });
    case 'category':
      return outcome(before, { ...before, category: change.category });
    case 'price': {
      const price = parsePrice(change.price, garment.currency);
      if (price === null) {
        return { kind: 'left', why: `“${change.price}” is no price in ${garment.currency}.` };
      }
      return outcome(before, { ...before, priceMinor: price });
    }
    case 'price-by': {
      const price = Math.round((priceMinor * (10_000 + change.basisPoints)) / 10_000);
      if (price > DEAREST) return { kind: 'left', why: 'It would become too dear to be true.' };
      return outcome(before, { ...before, priceMinor: price });
    }
    case 'tags': {
      const kept = tags.filter((tag) => !change.remove.includes(tag));
      const next = [...kept, ...change.add.filter((tag) => !kept.includes(tag))];
      if (next.length > MAX_TAGS) {
        return { kind: 'left', why: `It would have more than ${MAX_TAGS} tags.` };
      }
      return outcome(before, { ...before, tags: [...new Set(next)] });
    }
  }
}

function outcome(before: BulkFields, fields: BulkFields): BulkOutcome {
  const same =
    before.status === fields.status &&
    before.category === fields.category &&
    before.priceMinor === fields.priceMinor &&
    before.tags.length === fields.tags.length &&
    before.tags.every((tag, place) => tag === fields.tags[place]);
  return same ? { kind: 'same' } : { kind: 'changed', fields };
}
