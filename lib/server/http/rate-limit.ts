import 'server-only';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { pool } from '#lib/server/db.ts';
import { AppError } from './app-error.ts';

/** How often one person, or one address where there is nobody yet, may do a thing. */
export interface Rate {
  /** Shared by the routes that name it. */
  name: string;
  points: number;
  perSeconds: number;
}

const limiters = new Map<string, RateLimiterPostgres>();

function limiterFor({ name, points, perSeconds }: Rate): RateLimiterPostgres {
  const known = limiters.get(name);
  if (known) return known;
  const limiter = new RateLimiterPostgres({
    storeClient: pool(),
    tableName: 'RateLimit',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: perSeconds,
  });
  limiters.set(name, limiter);
  return limiter;
}

/** @throws AppError rate_limited, with the seconds to wait. */
export async function takePoint(rate: Rate, key: string): Promise<void> {
  try {
    await limiterFor(rate).consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new AppError('rate_limited', undefined, { retryAfterSeconds });
  }
}
