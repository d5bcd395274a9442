import 'server-only';
import { env } from '#lib/server/env.ts';
import { AppError } from './app-error.ts';

/**
 * Refuses changes that another site's page sends with our cookie. Browsers name the origin of every
 * such request, and newer ones say `Sec-Fetch-Site`; programs without cookies send neither and pass.
 *
 * @throws AppError cross_site
 */
export function assertSameOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  if (site && site !== 'same-origin' && site !== 'none') throw new AppError('cross_site');
  const origin = request.headers.get('origin');
  if (!origin) return;
  const ours = new URL(env().NEXTAUTH_URL).origin;
  if (origin === ours) return;
  // On a laptop the same server has several names (localhost, 127.0.0.1, a LAN address).
  const host = request.headers.get('host');
  if (env().FITTING_ROOM_LAUNCHER && host && origin === `http://${host}`) return;
  throw new AppError('cross_site');
}
