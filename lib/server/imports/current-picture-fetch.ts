import 'server-only';
import { lookup } from 'node:dns/promises';
import { MAX_UPLOAD_BYTES } from '#lib/domain/upload-problem.ts';
import { env } from '#lib/server/env.ts';
import { createGuardedFetch, type GuardedFetch } from '#lib/server/http/guarded-fetch.ts';

let current: GuardedFetch | undefined;

/** The way to pictures of other hosts, one for the process, since it counts who asks which host. */
export function pictureFetch(): GuardedFetch {
  current ??= createGuardedFetch({
    resolve: (host) => lookup(host, { all: true }),
    exempt: new Set(env().IMPORT_PRIVATE_HOSTS),
    accept: 'image/jpeg,image/png,image/webp',
    maxBytes: MAX_UPLOAD_BYTES,
    connectMs: 5_000,
    totalMs: 30_000,
    perHost: 4,
  });
  return current;
}
