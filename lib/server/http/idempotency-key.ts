import 'server-only';
import { randomUUID } from 'node:crypto';
import { AppError } from './app-error.ts';

/** A client that sends no key asks for no protection: each of its requests is one of its own. */
export function readIdempotencyKey(request: Request): string {
  const key = request.headers.get('idempotency-key');
  if (key === null) return randomUUID();
  if (!/^[\x21-\x7e]{8,128}$/.test(key)) {
    throw new AppError('invalid_input', 'Idempotency-Key: 8 to 128 printable characters.');
  }
  return key;
}
