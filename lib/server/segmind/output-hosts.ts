import 'server-only';

/** Where outputs and assets were seen. Other than the API's host, and changed without notice. */
export const DEFAULT_OUTPUT_HOSTS = ['images.segmind.com', 'segmind-*.s3.amazonaws.com'] as const;

/**
 * One entry of the allow-list: a host name, in whose labels `*` stands for any run of letters, digits
 * and hyphens (never for a dot). With a port (a stand-in on a laptop) that port only, http or https,
 * and the host may be a literal address; without one, https on its usual port, names only.
 */
export type OutputHost = Readonly<{ pattern: RegExp; port: string | undefined }>;

/** Throws a `RangeError` that quotes the entry which cannot be understood. */
export function parseOutputHosts(entries: readonly string[]): readonly OutputHost[] {
  return entries.map(parseEntry);
}

function parseEntry(entry: string): OutputHost {
  const match = /^(?<host>\[[0-9a-f:.]+\]|[a-z0-9*._-]+)(?::(?<port>\d{1,5}))?$/u.exec(
    entry.trim().toLowerCase(),
  );
  const host = match?.groups?.host;
  const port = match?.groups?.port;
  const labels = host?.split('.') ?? [];
  const isAddress = host !== undefined && isLiteralAddress(host);
  if (
    host === undefined ||
    labels.some((label) => label === '') ||
    // A wildcard in the last two labels would allow the registrations of strangers.
    labels.slice(-2).some((label) => label.includes('*')) ||
    (port === undefined && (isAddress || labels.length < 2))
  ) {
    throw new RangeError(
      `"${entry}" is not a host that outputs may come from: write a host name such as images.segmind.com, with * inside one label at most (segmind-*.s3.amazonaws.com), or host:port for a stand-in`,
    );
  }
  const source = host.replaceAll(/[.[\]]/gu, String.raw`\$&`).replaceAll('*', '[a-z0-9-]*');
  return { pattern: new RegExp(`^${source}$`, 'u'), port };
}

export type OutputRefusal = 'not_an_address' | 'scheme' | 'user_name' | 'literal_address' | 'host';

export type OutputAddress =
  | { kind: 'allowed'; url: URL }
  | { kind: 'refused'; reason: OutputRefusal };

/** `host:port` of the stand-ins that are named, which may be private; see `OutputHost`. */
export const standIns = (hosts: readonly OutputHost[]) => ({
  has(hostAndPort: string): boolean {
    const colon = hostAndPort.lastIndexOf(':');
    const name = hostAndPort.slice(0, colon);
    const port = hostAndPort.slice(colon + 1);
    return hosts.some((host) => host.port === port && host.pattern.test(name));
  },
});

/** Decides whether an address that the provider named may be fetched. Connects to nothing. */
export function checkOutputAddress(text: string, hosts: readonly OutputHost[]): OutputAddress {
  if (!URL.canParse(text)) return { kind: 'refused', reason: 'not_an_address' };
  // The parser has turned decimal, octal and hexadecimal forms of an address into the usual one.
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { kind: 'refused', reason: 'scheme' };
  }
  if (url.username !== '' || url.password !== '') return { kind: 'refused', reason: 'user_name' };
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const named = hosts.some((host) => host.port === port && host.pattern.test(url.hostname));
  if (named) return { kind: 'allowed', url };
  if (isLiteralAddress(url.hostname)) return { kind: 'refused', reason: 'literal_address' };
  const known = hosts.some((host) => host.port === undefined && host.pattern.test(url.hostname));
  if (!known) return { kind: 'refused', reason: 'host' };
  if (url.protocol !== 'https:') return { kind: 'refused', reason: 'scheme' };
  if (url.port !== '') return { kind: 'refused', reason: 'host' };
  return { kind: 'allowed', url };
}

function isLiteralAddress(host: string): boolean {
  return host.startsWith('[') || /^[\d.]+$/u.test(host);
}
