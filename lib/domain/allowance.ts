/**
 * How many try-ons a person may ask for in a rolling day. Every try-on is paid for, so guests, who
 * cost nothing to make, get few. Released try-ons (failed, blocked, …) do not count.
 */
export const dailyAllowance = { guest: 12, account: 60, staff: 500 } as const;

export const ALLOWANCE_WINDOW_MS = 24 * 60 * 60 * 1000;

/** What a person may still ask for. */
export interface Allowance {
  aDay: number;
  left: number;
}

/** @param usual what guests and accounts have in this installation. */
export function allowanceFor(
  person: { isGuest: boolean; role: 'SHOPPER' | 'MERCHANT' | 'ADMIN' },
  usual: { guest: number; account: number },
): number {
  if (person.isGuest) return usual.guest;
  return person.role === 'SHOPPER' ? usual.account : Math.max(usual.account, dailyAllowance.staff);
}

/** Whoever has many left need not count them. */
const FEW = 10;

/** Whether it is time to say how many are left: half of a guest's are used, or only a few remain. */
export function isRunningLow({ aDay, left }: Allowance): boolean {
  return left <= Math.min(FEW, aDay / 2);
}

/**
 * Whatever lets the least be asked for: the person's own allowance, what one shopper may ask for in a
 * shop, or that shop's caps for everybody, of which shoppers hear only when they are used up.
 */
export type AllowanceLeft =
  | (Allowance & { of: 'person' | 'shopper'; againAt: Date | null })
  | { of: 'shop-day' | 'shop-month'; left: 0; againAt: Date };

/** Of several that are used up it is the one that lasts the longest. */
export function tightest(first: AllowanceLeft, ...others: AllowanceLeft[]): AllowanceLeft {
  const until = ({ againAt }: AllowanceLeft) => againAt?.getTime() ?? 0;
  return others.reduce(
    (least, one) =>
      one.left < least.left || (one.left === least.left && until(one) > until(least)) ? one : least,
    first,
  );
}
