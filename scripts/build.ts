import { existsSync, rmSync } from 'node:fs';
import { runChild } from './child.ts';
import { fullDisk, Problem } from './problem.ts';
import { inProject, projectRoot } from './project.ts';
import { hashOfFiles, readStamp, writeStamp } from './stamp.ts';
import type { Variables } from './variables.ts';

// Beside BUILD_ID, and gone with it when .next is removed.
const stampFile = inProject('.next/fitting-room-sources');

const sources = [
  'app',
  'components',
  'lib',
  'prisma/schema.prisma',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'proxy.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** Tests, and what is generated from a source that counts already. */
function isNotBuilt(file: string): boolean {
  return /\.(test|integration)\.tsx?$/.test(file) || file.startsWith('lib/server/generated/');
}

export function isBuildFresh(): boolean {
  return existsSync(inProject('.next/BUILD_ID')) && readStamp(stampFile) === hashOfSources();
}

/** Makes the production build. Throws a `Problem` with Next's own words. */
export async function buildApp(env: Variables): Promise<void> {
  const hash = hashOfSources();
  // From here on the folder is no build of anything until the new one is whole.
  rmSync(stampFile, { force: true });
  const result = await runChild(
    process.execPath,
    [inProject('node_modules/next/dist/bin/next'), 'build'],
    { env: { ...env, NODE_ENV: 'production' }, cwd: projectRoot },
  );
  if (result.code !== 0) {
    if (/ENOSPC|no space left/i.test(result.output)) throw new Problem(fullDisk(projectRoot));
    throw new Problem(`The production build failed:\n${result.output.trim()}`);
  }
  writeStamp(stampFile, hash);
}

function hashOfSources(): string {
  return hashOfFiles(projectRoot, sources, isNotBuilt);
}
