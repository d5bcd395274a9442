import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = import.meta.dirname;

/** "`file` › part of the name", as the tables of promises have it. */
const named = /`([^`\s]+\.(?:test|integration|spec)\.ts)` › ([^;|]+)/g;

/** The titles that a file of tests gives, as they stand there. */
const titleLines = (file: string) =>
  readFileSync(path.join(root, file), 'utf8').match(/(?:it|test|describe)\b[\s\S]*?=>/g) ?? [];

describe.each(['docs/security.md', 'docs/privacy.md'])('%s', (page) => {
  const tests = [...readFileSync(path.join(root, page), 'utf8').matchAll(named)].map(
    ([, file = '', title = '']) => ({ file, title: title.trim() }),
  );

  it('names a test in each row of promises', () => {
    const rows = readFileSync(path.join(root, page), 'utf8')
      .split('\n')
      .filter(
        (line) =>
          line.startsWith('| ') && !line.startsWith('| X') && !/^\| (promise|---|\|)/.test(line),
      );
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((line) => ![...line.matchAll(named)].length)).toEqual([]);
  });

  it.each(tests)('names a test that is there: $file › $title', ({ file, title }) => {
    expect(existsSync(path.join(root, file)), file).toBe(true);
    expect(titleLines(file).some((line) => line.includes(title))).toBe(true);
  });
});
