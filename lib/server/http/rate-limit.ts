import 'server-only';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { pool } from '#lib/server/db.ts';
import { tooOftenText } from '#lib/words/waiting-time.ts';
import { AppError } from './app-error.ts';

/** How often a thing may be done with one key: an id, or a hash of whatever it is counted by. */
export interface Limit {
  /** Shared by all that name it. */
  name: string;
  points: number;
  perSeconds: number;
  /** How long nothing more is taken once there are no points left; by default to the end of the time. */
  blockSeconds?: number;
}

/** How often a person may use a route. */
export interface Rate extends Omit<Limit, 'blockSeconds'> {
  /**
   * For all from one address together, beside what each has. Without it that is counted for guests, who
   * cost nothing to make, and is ten times what one may. Whoever has no session yet is counted by the
   * address alone.
   */
  perAddress?: number;
}

/** A family's, or an office's; more at once from one address is one machine. */
const GUESTS_FROM_ONE = 10;

const limiters = new Map<string, RateLimiterPostgres>();

function limiterFor({ name, points, perSeconds, blockSeconds = 0 }: Limit): RateLimiterPostgres {
  const known = limiters.get(name);
  if (known) return known;
  const limiter = new RateLimiterPostgres({
    storeClient: pool(),
    tableName: 'RateLimit',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: perSeconds,
    blockDuration: blockSeconds,
  });
  limiters.set(name, limiter);
  return limiter;
}

/** @throws AppError rate_limited, with the seconds to wait. */
export async function takePoint(limit: Limit, key: string): Promise<void> {
  try {
    await limiterFor(limit).consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    const text = retryAfterSeconds > 60 ? tooOftenText(retryAfterSeconds) : undefined;
    throw new AppError('rate_limited', text, { retryAfterSeconds });
  }
}

/** For what turned out not to count. */
export async function giveBackPoint(limit: Limit, key: string): Promise<void> {
  await limiterFor(limit).reward(key);
}

/** As if nothing had been taken. */
export async function forgetPoints(limit: Limit, key: string): Promise<void> {
  await limiterFor(limit).delete(key);
}

/** @throws AppError rate_limited */
export async function takeRate(
  { perAddress, ...rate }: Rate,
  who: { userId: string; isGuest: boolean } | null,
  address: string,
): Promise<void> {
  if (who) await takePoint(rate, who.userId);
  if (perAddress !== undefined || !who) {
    await takePoint({ ...rate, name: `${rate.name}@`, points: perAddress ?? rate.points }, address);
  } else if (who.isGuest) {
    const points = GUESTS_FROM_ONE * rate.points;
    await takePoint({ ...rate, name: `${rate.name}@guests`, points }, address);
  }
}
