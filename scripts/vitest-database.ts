import type { TestProject } from 'vitest/node';
import { startChild } from './child.ts';
import { inProject, projectRoot } from './project.ts';
import type { TestPostgres } from './test-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testPostgres: TestPostgres;
  }
}

/** Global set-up of the integration tests: one server for the run, gone when it is over. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let printed = '';
  let announce = (_: TestPostgres) => {};
  const announced = new Promise<TestPostgres>((resolve) => {
    announce = resolve;
  });
  const child = startChild(process.execPath, [inProject('scripts/test-postgres.ts')], {
    env: process.env,
    cwd: projectRoot,
    graceMs: 20_000,
    output(text) {
      printed += text;
      const line = printed.split('\n').find((one) => one.startsWith('{"adminUrl"'));
      if (line && printed.includes(`${line}\n`)) announce(JSON.parse(line));
    },
  });
  const ready = await Promise.race([announced, child.ended]);
  if (typeof ready === 'number') {
    throw new Error(`The PostgreSQL of the tests did not start:\n${printed}`);
  }
  project.provide('testPostgres', ready);
  return () => child.stop();
}
