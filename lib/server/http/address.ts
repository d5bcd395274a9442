import 'server-only';
import { createHmac } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { env } from '#lib/server/env.ts';

/**
 * The network that a request comes from, as limits count it: a hash under the server's secret, so that
 * nobody's address is written down.
 */
export function addressOf(request: { headers: Headers }): string {
  const { NEXTAUTH_SECRET, NEXTAUTH_URL, TRUSTED_PROXIES } = env();
  // Our server speaks no TLS: where people use it, something in front does.
  const proxies = TRUSTED_PROXIES ?? (NEXTAUTH_URL.startsWith('https://') ? 1 : 0);
  const network = networkOf(request.headers.get('x-forwarded-for'), proxies);
  return createHmac('sha256', NEXTAUTH_SECRET)
    .update(`address|${network}`)
    .digest('base64url')
    .slice(0, 22);
}

/**
 * The address at which our own proxies were reached. Each of them, and our server too, puts the one that
 * it was asked from at the end, so whatever stands further left may be made up.
 *
 * @param forwarded `x-forwarded-for`, the server's own entry last (`socket-address.ts`).
 * @param proxies how many stand in front of the server.
 * @returns an IPv4 address, or the /64 of an IPv6 one, of which a household has all; "unknown" without any.
 */
export function networkOf(forwarded: string | null, proxies: number): string {
  const hops = (forwarded ?? '').split(',').map((hop) => hop.trim());
  const address = bare(hops.at(-1 - proxies) ?? hops[0] ?? '');
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0]).toString()}/64`;
}

/** Some proxies write the port behind it. */
const bare = (hop: string): string =>
  hop.replace(/^\[([^\]]*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
