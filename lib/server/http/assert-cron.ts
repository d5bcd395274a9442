import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '#lib/server/env.ts';
import { AppError } from './app-error.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** The scheduler shows `Authorization: Bearer <CRON_SECRET>`; without a secret nobody may call. */
export function assertCron(request: Request): void {
  const secret = env().CRON_SECRET;
  const given = request.headers.get('authorization') ?? '';
  if (!secret || !timingSafeEqual(digest(given), digest(`Bearer ${secret}`))) {
    throw new AppError('not_found');
  }
}
