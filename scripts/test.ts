// `npm test`: everything that must hold. `npm test -- unit` runs a part, `npm test -- some/path`
// the tests under a path.
import { type Life, runCommand } from './command.ts';
import { givenEnv } from './local-env.ts';
import { secondsSince } from './progress.ts';
import { chooseParts } from './test-parts.ts';
import { runPart } from './test-steps.ts';

async function test(life: Life): Promise<number> {
  const startedAt = performance.now();
  const { parts, filters } = chooseParts(process.argv.slice(2));
  const given = givenEnv();
  const total = { passed: 0, failed: 0 };
  for (const part of parts) {
    const result = await runPart(part, { given, filters, life });
    total.passed += result.passed;
    total.failed += result.failed;
  }
  process.stdout.write(`\nAll of it took ${secondsSince(startedAt)}.\n`);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  if (total.passed + total.failed === 0) process.stdout.write('No test ran.\n');
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

await runCommand(test);
