import 'server-only';
import { MAX_UPLOAD_BYTES } from '#lib/domain/upload-problem.ts';
import { env } from '#lib/server/env.ts';
import {
  createGuardedFetch,
  type GuardedFetch,
  type GuardedFetchOptions,
} from '#lib/server/http/guarded-fetch.ts';
import { resolveHost } from '#lib/server/http/resolve-host.ts';

/** @param privateHosts `host:port` of hosts beside this server. */
export const pictureFetchOptions = (privateHosts: readonly string[]): GuardedFetchOptions => ({
  resolve: resolveHost,
  exempt: new Set(privateHosts),
  accept: 'image/jpeg,image/png,image/webp',
  maxBytes: MAX_UPLOAD_BYTES,
  connectMs: 5_000,
  totalMs: 30_000,
  perHost: 4,
});

let current: GuardedFetch | undefined;

/** The way to pictures of other hosts, one for the process, since it counts who asks which host. */
export function pictureFetch(): GuardedFetch {
  current ??= createGuardedFetch(pictureFetchOptions(env().IMPORT_PRIVATE_HOSTS));
  return current;
}
