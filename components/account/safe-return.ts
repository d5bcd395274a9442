/**
 * Where to go after signing in: a path of this site, and nothing that leads away from it. next-auth
 * hands over whole addresses; of those the path counts.
 */
export function safeReturn(address: string | string[] | undefined, otherwise = '/'): string {
  if (typeof address !== 'string' || !URL.canParse(address, 'http://here')) return otherwise;
  const { pathname, search, protocol } = new URL(address, 'http://here');
  if (!protocol.startsWith('http') || pathname.startsWith('//')) return otherwise;
  return `${pathname}${search}`;
}
