import { describe, expect, it } from 'vitest';
import { isNotThere, ProblemError, sayError, UnreachableError } from './problem-error.ts';

const refused = (status: number, detail?: string) =>
  new ProblemError({ type: 'about:blank', title: 'No.', status, code: 'code', detail });

describe('what is not there', () => {
  it('is given up on', () => {
    expect([404, 401, 400].every((status) => isNotThere(refused(status)))).toBe(true);
  });

  it('is something else than a busy or broken server, or no answer at all', () => {
    expect([429, 500, 503].some((status) => isNotThere(refused(status)))).toBe(false);
    expect(isNotThere(new UnreachableError())).toBe(false);
  });
});

describe('the sentence about an error', () => {
  it('is the server’s detail, or its title when there is none', () => {
    expect(sayError(refused(409, 'Because.'))).toBe('Because.');
    expect(sayError(refused(409))).toBe('No.');
  });

  it('never shows the words of a program error', () => {
    expect(sayError(new TypeError('x is not a function'))).not.toContain('function');
    expect(sayError(new UnreachableError())).toContain('connection');
  });
});
