/**
 * How many try-ons a person may ask for in a rolling day. Every try-on is paid for, so guests, who
 * cost nothing to make, get few. Released try-ons (failed, blocked, …) do not count.
 */
export const dailyAllowance = { guest: 12, account: 60, staff: 500 } as const;

export const ALLOWANCE_WINDOW_MS = 24 * 60 * 60 * 1000;

export function allowanceFor(person: { isGuest: boolean; role: 'SHOPPER' | 'MERCHANT' | 'ADMIN' }) {
  if (person.isGuest) return dailyAllowance.guest;
  return person.role === 'SHOPPER' ? dailyAllowance.account : dailyAllowance.staff;
}
