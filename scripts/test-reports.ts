import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export interface Counts {
  passed: number;
  failed: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

const faultReport = z.object({ passed: z.number(), failed: z.number() });

/** Counts of vitest's JSON report. A run that failed counts at least one failure. */
export function countVitest(file: string, exitCode: number): Counts {
  const report = vitestReport.safeParse(readJson(file)).data;
  return atLeastOne(exitCode, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
  });
}

/** Counts of Playwright's JSON report. A test that passed only on a second try has failed. */
export function countPlaywright(file: string, exitCode: number): Counts {
  const report = playwrightReport.safeParse(readJson(file)).data;
  return atLeastOne(exitCode, {
    passed: report?.stats.expected ?? 0,
    failed: report ? report.stats.unexpected + report.stats.flaky : 0,
  });
}

/** Counts of the fault campaign's rounds. */
export function countRounds(file: string, exitCode: number): Counts {
  const report = faultReport.safeParse(readJson(file)).data;
  return atLeastOne(exitCode, report ?? { passed: 0, failed: 0 });
}

/** A file that does not load, or a crash of the tool, fails without a failed test to count. */
function atLeastOne(exitCode: number, counts: Counts): Counts {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
