import { runChild } from './child.ts';
import { Problem } from './problem.ts';
import { inProject, projectRoot } from './project.ts';
import { hashOfFiles, readStamp, writeStamp } from './stamp.ts';
import type { Variables } from './variables.ts';

const stampFile = inProject('lib/server/generated/prisma/.stamp');

const inputs = [
  'prisma/schema.prisma',
  'prisma.config.ts',
  'node_modules/prisma/package.json',
  'node_modules/@prisma/client/package.json',
];

export function isClientFresh(): boolean {
  return readStamp(stampFile) === hashOfFiles(projectRoot, inputs);
}

/** Before anything is loaded that brings the client with it. */
export async function ensureClient(env: Variables): Promise<void> {
  if (!isClientFresh()) await generateClient(env);
}

/** Generates the database client from the schema. Throws a `Problem` with Prisma's own words. */
export async function generateClient(env: Variables): Promise<void> {
  const hash = hashOfFiles(projectRoot, inputs);
  const result = await runChild(
    process.execPath,
    [inProject('node_modules/prisma/build/index.js'), 'generate', '--no-hints'],
    {
      env: {
        ...env,
        // Generating does not use the engine but insists on having one, and would download it:
        // any file that exists will do.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
      cwd: projectRoot,
    },
  );
  if (result.code !== 0) {
    throw new Problem(`prisma generate failed:\n${result.output.trim()}`);
  }
  writeStamp(stampFile, hash);
}
