import type { CallKind } from './received.ts';

export const MODEL = 'try-on-diffusion';

export type Route =
  | { kind: 'submit'; version: 1 | 2; model: string }
  | { kind: 'status'; id: string }
  | { kind: 'result'; id: string }
  | { kind: 'credits' }
  | { kind: 'upload' }
  | { kind: 'file'; path: string }
  | { kind: 'control'; path: string }
  | { kind: 'home' }
  | { kind: 'unknown' };

interface Pattern {
  path: RegExp;
  methods: string[];
  route(match: RegExpMatchArray): Route;
}

/** The first pattern that fits decides; a fitting path with another method is 405. */
const PATTERNS: Pattern[] = [
  { path: /^\/$/, methods: ['GET', 'HEAD'], route: () => ({ kind: 'home' }) },
  {
    path: /^\/__sandbox(\/.*)?$/,
    methods: ['GET', 'POST'],
    route: (match) => ({ kind: 'control', path: match[1] ?? '/' }),
  },
  {
    path: /^\/v2\/requests\/([^/]+)\/status$/,
    methods: ['GET'],
    route: (match) => ({ kind: 'status', id: match[1] ?? '' }),
  },
  {
    // The submit answer's poll_url is the /v1 form.
    path: /^\/v[12]\/requests\/([^/]+)$/,
    methods: ['GET'],
    route: (match) => ({ kind: 'result', id: match[1] ?? '' }),
  },
  { path: /^\/v1\/get-user-credits$/, methods: ['GET'], route: () => ({ kind: 'credits' }) },
  {
    path: /^(\/v1)?\/upload-asset$/,
    methods: ['POST'],
    route: () => ({ kind: 'upload' }),
  },
  {
    path: /^\/(assets|generations)\/[\w.-]+$/,
    methods: ['GET', 'HEAD'],
    route: (match) => ({ kind: 'file', path: match[0] }),
  },
  {
    path: /^\/v([12])\/([\w.-]+)$/,
    methods: ['POST'],
    route: (match) => ({
      kind: 'submit',
      version: match[1] === '2' ? 2 : 1,
      model: match[2] ?? '',
    }),
  },
];

export type Match =
  | { kind: 'route'; route: Route }
  /** `allow` is the value of the Allow header. */
  | { kind: 'method-not-allowed'; allow: string };

export function matchRoute(method: string, path: string): Match {
  for (const pattern of PATTERNS) {
    const match = path.match(pattern.path);
    if (!match) continue;
    return pattern.methods.includes(method)
      ? { kind: 'route', route: pattern.route(match) }
      : { kind: 'method-not-allowed', allow: pattern.methods.join(', ') };
  }
  return { kind: 'route', route: { kind: 'unknown' } };
}

export function callKindOf(route: Route): CallKind {
  switch (route.kind) {
    case 'submit':
    case 'status':
    case 'result':
    case 'credits':
    case 'upload':
    case 'file':
      return route.kind;
    case 'control':
    case 'home':
    case 'unknown':
      return 'other';
  }
}
