import 'server-only';
import { lookup } from 'node:dns/promises';
import type { ResolvedAddress } from './guarded-fetch.ts';

/** All addresses of a name, as the machine resolves names: its hosts file and its DNS. */
export const resolveHost = (host: string): Promise<ResolvedAddress[]> =>
  lookup(host, { all: true });
