import 'server-only';
import ipaddr from 'ipaddr.js';

/** Public by its range, and yet answered by the cloud that the server runs in: Azure's wire server. */
const CLOUD_SERVICES = new Set(['168.63.129.16']);

/** All that the registries give out to be reached from anywhere. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is one of the open internet. Not so are loopback, private and shared networks,
 * link-local ones with the metadata of clouds, multicast, reserved and documentation ranges, and every
 * form of IPv6 that carries an IPv4 address, because a gateway may lead from there to any of those.
 *
 * Source: the IANA registries of special-purpose addresses for IPv4 and IPv6, as ipaddr.js knows them.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed instanceof ipaddr.IPv4) return !CLOUD_SERVICES.has(parsed.toString());
  return parsed.match(GLOBAL_UNICAST) && !parsed.zoneId && !isIsatap(parsed);
}

/** ISATAP (RFC 5214): an IPv4 address behind `0:5efe` in the lower half of any network. */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return (parts[4] === 0 || parts[4] === 0x200) && parts[5] === 0x5efe;
}
