import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { countPlaywright, countRounds, countVitest } from './test-reports.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reports-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

it('takes the counts of vitest', () => {
  expect(countVitest(report({ numPassedTests: 12, numFailedTests: 2 }), 1)).toEqual({
    passed: 12,
    failed: 2,
  });
});

it('counts a test that passed on a second try as failed', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1 };
  expect(countPlaywright(report({ stats, errors: [] }), 1)).toEqual({ passed: 3, failed: 2 });
});

it('takes the counts of the fault campaign, and a failure for one that broke', () => {
  expect(countRounds(report({ passed: 2, failed: 1 }), 1)).toEqual({ passed: 2, failed: 1 });
  expect(countRounds(path.join(folder, 'missing.json'), 1)).toEqual({ passed: 0, failed: 1 });
});

it('counts one failure for a run that broke before any test could fail', () => {
  expect(countVitest(path.join(folder, 'missing.json'), 1)).toEqual({ passed: 0, failed: 1 });
  expect(countVitest(report({ numPassedTests: 5, numFailedTests: 0 }), 1)).toEqual({
    passed: 5,
    failed: 1,
  });
});

it('does not call passed what has left no report', () => {
  const missing = path.join(folder, 'missing.json');
  for (const count of [countVitest, countPlaywright, countRounds]) {
    expect(count(missing, 0)).toEqual({ passed: 0, failed: 1 });
  }
});
