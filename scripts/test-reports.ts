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
  return countOf(file, exitCode, vitestReport, ({ numPassedTests, numFailedTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
  }));
}

/** Counts of Playwright's JSON report. A test that passed only on a second try has failed. */
export function countPlaywright(file: string, exitCode: number): Counts {
  return countOf(file, exitCode, playwrightReport, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  }));
}

/** Counts of the fault campaign's rounds. */
export function countRounds(file: string, exitCode: number): Counts {
  return countOf(file, exitCode, faultReport, (counts) => counts);
}

/**
 * A file that does not load, or a crash of the tool, fails without a failed test to count; and where
 * there is no report, nobody knows what has passed.
 */
function countOf<Report>(
  file: string,
  exitCode: number,
  schema: z.ZodType<Report>,
  read: (report: Report) => Counts,
): Counts {
  const report = schema.safeParse(readJson(file)).data;
  if (!report) return { passed: 0, failed: 1 };
  const counts = read(report);
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
