import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// By itself vitest leaves one processor to whoever watches: of two, half of all.
const processors = availableParallelism();
const exclude = ['**/node_modules/**', '**/.next/**', '**/.data/**'];

/** Integration tests that need no process of their own. */
const TOGETHER = ['{lib,bench}/**/*.integration.ts'];

const onPostgres = {
  exclude,
  // One more than there are processors, since they wait for PostgreSQL; as many as it has connections for.
  maxWorkers: Math.min(processors + 1, 6),
  globalSetup: './scripts/vitest-database.ts',
  setupFiles: './lib/server/testing/database.ts',
};

export default defineConfig({
  resolve: {
    alias: {
      // Throws on import anywhere but in a bundler's server layer; the package's own empty file is
      // what it is there.
      'server-only': new URL('./node_modules/server-only/empty.js', import.meta.url).pathname,
    },
  },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude,
          // Pure for the most part: fetching the same modules anew for each file took half of the time.
          isolate: false,
          maxWorkers: processors,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration-together',
          include: TOGETHER,
          ...onPostgres,
          // What the packages weigh was a quarter of the time. The set-up gives each file modules of
          // our own anew.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          // They put others in the place of Next's modules, for as long as the process lives. First by
          // name, since the longest is among them.
          name: 'integration-apart',
          include: ['**/*.integration.ts'],
          ...onPostgres,
          exclude: [...exclude, ...TOGETHER],
        },
      },
    ],
  },
});
