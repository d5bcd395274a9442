import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPasswordProblem, MAX_PASSWORD_LENGTH } from './password.ts';

const robin = { email: 'robin.tester@example.org', name: 'Robin Tester' };
const common = new Set(['qwertyuiop', 'password123']);
const problemOf = (password: string) =>
  findPasswordProblem(password, robin, (listed) => common.has(listed));

describe('a new password', () => {
  it('is long, and of any characters', () => {
    expect(problemOf('nine char')).toBe('short');
    expect(problemOf('ten charac')).toBeNull();
    expect(problemOf('лампа 灯 🪔 lámpara')).toBeNull();
    expect(problemOf('a'.repeat(MAX_PASSWORD_LENGTH + 1))).toBe('long');
  });

  it('counts characters as people do', () => {
    expect(problemOf('🪔🪔🪔🪔🪔')).toBe('short');
    expect(problemOf('e\u0301e\u0301e\u0301e\u0301e\u0301')).toBe('short');
  });

  it('is not one that many have, however it is written', () => {
    expect(problemOf('qwertyuiop')).toBe('common');
    expect(problemOf('PassWord123')).toBe('common');
    expect(problemOf('ｑｗｅｒｔｙｕｉｏｐ')).toBe('common');
  });

  it('is not what is known of the person or of us', () => {
    for (const known of [
      'robin.tester@example.org',
      'Robin Tester',
      'robintester1990',
      'Fitting Room!',
      'fittingroom2026',
    ]) {
      expect(problemOf(known), known).toBe('own');
    }
    expect(problemOf('robin sings at four')).toBeNull();
  });

  it('may hold somebody’s very short name', () => {
    const bo = { email: 'bo@example.org', name: 'Bo' };
    expect(findPasswordProblem('bobobobobo', bo, () => false)).toBeNull();
  });

  it('is judged whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (password) => {
        expect(['short', 'long', 'common', 'own', null]).toContain(problemOf(password));
      }),
    );
  });
});
