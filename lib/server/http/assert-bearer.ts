import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from './app-error.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * For machines that show `Authorization: Bearer …`. Without a secret nobody may call, and whoever has
 * another one learns nothing. @throws AppError not_found
 */
export function assertBearer(request: Request, secret: string | undefined): void {
  const given = request.headers.get('authorization') ?? '';
  if (!secret || !timingSafeEqual(digest(given), digest(`Bearer ${secret}`))) {
    throw new AppError('not_found');
  }
}
