import { parseArgs } from 'node:util';
import { expect, it } from 'vitest';
import { explainFailure, Problem } from './problem.ts';

const systemError = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: it failed`), { code, path });

it('prints the sentence of a problem without a stack', () => {
  expect(explainFailure(new Problem('Port 3000 is taken.'))).toBe('Port 3000 is taken.');
});

it('says what to do about a full disk, wherever it was met', () => {
  expect(explainFailure(systemError('ENOSPC', '/x/.data/secrets.json'))).toMatch(
    /^The disk is full \(\/x\/\.data\/secrets\.json\)\. Free some space/,
  );
  expect(explainFailure(systemError('ENOSPC'))).toMatch(/^The disk is full\. /);
});

it('says which file may not be written', () => {
  expect(explainFailure(systemError('EACCES', '/x/.data'))).toMatch(
    /^\/x\/\.data cannot be written/,
  );
});

it('answers a mistyped option with a sentence', () => {
  const mistyped = () => {
    try {
      return parseArgs({ args: ['--hlep'], options: {} });
    } catch (error) {
      return explainFailure(error);
    }
  };
  expect(mistyped()).toBe("Unknown option '--hlep'. The README lists what each command takes.");
});

it('keeps the stack of what nobody foresaw', () => {
  expect(explainFailure(new TypeError('odd'))).toContain('problem.test.ts');
});
