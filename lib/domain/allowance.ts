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

export function allowanceFor(person: { isGuest: boolean; role: 'SHOPPER' | 'MERCHANT' | 'ADMIN' }) {
  if (person.isGuest) return dailyAllowance.guest;
  return person.role === 'SHOPPER' ? dailyAllowance.account : dailyAllowance.staff;
}

/** Whoever has many left need not count them. */
const FEW = 10;

/** Whether it is time to say how many are left: half of a guest's are used, or only a few remain. */
export function isRunningLow({ aDay, left }: Allowance): boolean {
  return left <= Math.min(FEW, aDay / 2);
}
