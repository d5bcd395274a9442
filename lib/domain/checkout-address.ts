/**
 * A bag is handed over to a shop's own checkout by an address. The shop's template has `{lines}` where
 * `id:quantity,id:quantity` goes; the ids are the shop's own.
 */
export interface HandedOverLine {
  /** What the shop's checkout calls the variant. */
  reference: string;
  quantity: number;
}

const PLACE = '{lines}';

/**
 * Whether people may be sent there: https, or a path of our own site, and the lines must not be able
 * to say which host it is.
 */
export function isCheckoutTemplate(template: string): boolean {
  if (!template.includes(PLACE)) return false;
  const [one, other] = ['a', 'b'].map((lines) => read(template.replaceAll(PLACE, lines)));
  if (!one || !other || one.origin !== other.origin) return false;
  if (one.username || one.password) return false;
  // Printed without its host, such a path would name one: `/.//shop.example` is `//shop.example`.
  if (isOwnPath(template) && one.pathname.startsWith('//')) return false;
  return isOwnPath(template) ? one.origin === HERE : one.protocol === 'https:';
}

/** Where the bag is handed over: an https address or a path of our own; null for a refused template. */
export function checkoutAddress(template: string, lines: readonly HandedOverLine[]): string | null {
  if (!isCheckoutTemplate(template)) return null;
  const print = lines
    .map(({ reference, quantity }) => `${encodeURIComponent(reference.toWellFormed())}:${quantity}`)
    .join(',');
  const url = read(template.replaceAll(PLACE, () => print));
  if (!url) return null;
  return isOwnPath(template) ? `${url.pathname}${url.search}${url.hash}` : url.href;
}

/** Reads such a list back, decoded; parts that are no line are left out. */
export function readHandedOver(text: string): HandedOverLine[] {
  return text.split(',').flatMap((part) => {
    const match = /^(.+):(\d{1,2})$/su.exec(part);
    return match?.[1] && Number(match[2]) > 0
      ? [{ reference: match[1], quantity: Number(match[2]) }]
      : [];
  });
}

/** Stands for our own origin, which a path is on whatever it is called. */
const HERE = 'https://here.invalid';

const isOwnPath = (template: string) => template.startsWith('/');

function read(address: string): URL | null {
  return URL.canParse(address, HERE) && (isOwnPath(address) || URL.canParse(address))
    ? new URL(address, HERE)
    : null;
}
