import 'server-only';

/**
 * The style that the toasts put into the page as they are loaded; first the element, then its text.
 * `page-policy.test.ts` reads it from the package.
 */
export const toastStyles = [
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
];

interface Situation {
  /** Of this one answer: https://www.w3.org/TR/CSP3/#security-nonces. */
  nonce: string;
  /** The public address is https. */
  isHttps: boolean;
  /** The development server's own tools evaluate code and write styles. */
  isDevelopment: boolean;
}

/**
 * The Content-Security-Policy of a page. Scripts are those that carry the nonce and what they load;
 * nothing is asked of another origin, and nothing is sent to one.
 */
export function pagePolicy({ nonce, isHttps, isDevelopment }: Situation): string {
  const withNonce = `'nonce-${nonce}'`;
  const directives: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': [
      ...["'self'", withNonce, "'strict-dynamic'"],
      ...(isDevelopment ? ["'unsafe-eval'"] : []),
    ],
    'script-src-attr': ["'none'"],
    'style-src': isDevelopment
      ? ["'self'", "'unsafe-inline'"]
      : ["'self'", withNonce, ...toastStyles],
    // Places and proportions that React and next/image write. They load nothing: `img-src` holds for
    // what a style asks for as well.
    'style-src-attr': ["'unsafe-inline'"],
    // Blobs are photos that have not left the device yet.
    'img-src': ["'self'", 'blob:', 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(isDevelopment ? ['ws:'] : [])],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'media-src': ["'none'"],
    'object-src': ["'none'"],
    'frame-src': ["'none'"],
    'base-uri': ["'none'"],
    // A bag is handed over by going to the shop's address, not by a form.
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    ...(isHttps ? { 'upgrade-insecure-requests': [] } : {}),
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

/** A year. */
const TRANSPORT_SECONDS = 31_536_000;

/** What goes with a page beside what `next.config.mjs` sends with everything. */
export function pageHeaders(policy: string, isHttps: boolean): [name: string, value: string][] {
  return [
    ['content-security-policy', policy],
    ['cross-origin-resource-policy', 'same-origin'],
    ...transportHeaders(isHttps),
  ];
}

/** Browsers that have come by https once come by nothing else. */
export const transportHeaders = (isHttps: boolean): [name: string, value: string][] =>
  isHttps ? [['strict-transport-security', `max-age=${TRANSPORT_SECONDS}`]] : [];
