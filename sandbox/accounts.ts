import { createHash } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { AccountRecord } from './store.ts';

const WINDOW_MS = 60_000;

/** What one API key may spend. Amounts are US dollars. */
export interface Account {
  /** Tells keys apart in logs and records without being one. */
  fingerprint: string;
  credits: number;
  /** Accepted jobs that have not ended: each holds back one price. */
  open: number;
  window: { startedAt: number; used: number };
}

/** Where a key stands in its current window of a minute. */
export interface RateStanding {
  allowed: boolean;
  remaining: number;
  /** Milliseconds since the epoch at which the window starts afresh. */
  resetAt: number;
}

/** The first eight hex digits of the key's SHA-256. */
export function fingerprintOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}

export interface AccountsOptions {
  clock: Clock;
  keys: readonly string[];
  credits: number;
  /** Price of one finished picture. */
  price: number;
  /** Calls a minute and key; 0 means no limit. */
  rpm: number;
}

/** Keys, credits and rate windows. */
export function createAccounts(options: AccountsOptions) {
  const { clock, price } = options;
  let { rpm } = options;
  const accounts = new Map<string, Account>();

  const reset = () => {
    accounts.clear();
    rpm = options.rpm;
    for (const key of options.keys) {
      accounts.set(key, {
        fingerprint: fingerprintOf(key),
        credits: options.credits,
        open: 0,
        window: { startedAt: Number.NEGATIVE_INFINITY, used: 0 },
      });
    }
  };
  reset();

  return {
    reset,
    find: (key: string): Account | undefined => accounts.get(key),
    all: (): Account[] => [...accounts.values()],
    /** The account whose key has this fingerprint. */
    ofFingerprint: (fingerprint: string): Account | undefined =>
      [...accounts.values()].find((account) => account.fingerprint === fingerprint),
    restore(kept: readonly AccountRecord[]) {
      for (const { key, credits } of kept) {
        for (const account of accounts.values()) {
          if (account.fingerprint === key) account.credits = credits;
        }
      }
    },
    toRecords: (): AccountRecord[] => [...accounts.values()].map(recordOf),
    price,
    rpm: () => rpm,
    setRpm(limit: number) {
      rpm = limit;
    },
    setCredits(credits: number) {
      for (const account of accounts.values()) account.credits = credits;
    },
    /** Counts one call against the key's window when it fits. */
    takeCall(account: Account): RateStanding {
      const now = clock.now();
      if (now >= account.window.startedAt + WINDOW_MS) {
        account.window = { startedAt: now, used: 0 };
      }
      const resetAt = account.window.startedAt + WINDOW_MS;
      if (rpm === 0) return { allowed: true, remaining: Number.MAX_SAFE_INTEGER, resetAt };
      const allowed = account.window.used < rpm;
      if (allowed) account.window.used += 1;
      return { allowed, remaining: rpm - account.window.used, resetAt };
    },
    canAfford: (account: Account) => account.credits - account.open * price >= price - 1e-9,
    hold(account: Account) {
      account.open += 1;
    },
    /** The balance once one more finished picture is paid. */
    billed: (account: Account): number => Math.max(0, round(account.credits - price)),
    /** Ends a held job at this balance; only a finished picture changes it. */
    release(account: Account, credits: number = account.credits) {
      account.open -= 1;
      account.credits = credits;
    },
  };
}

export type Accounts = ReturnType<typeof createAccounts>;

const recordOf = ({ fingerprint, credits }: Account): AccountRecord => ({
  key: fingerprint,
  credits,
});

/** Amounts are shown to six digits; without rounding, floats would trail. */
function round(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}
