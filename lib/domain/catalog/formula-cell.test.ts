import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSuspicious, neutraliseCell, restoreCell } from './formula-cell.ts';

describe('cells that begin like a formula', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-20 % on everything', "'-20 % on everything"],
    ["'=already safe", "''=already safe"],
    ['\tindented', "'\tindented"],
  ])('are written as text: %j', (text, written) => {
    expect(neutraliseCell(text)).toBe(written);
  });

  it.each(['-3', '+49.90', '-', 'Linen blouse', "'70s shirt", ''])('leave %j alone', (text) => {
    expect(neutraliseCell(text)).toBe(text);
    expect(restoreCell(text)).toBe(text);
  });

  it('come back as they were, whatever they are', () => {
    const risky = fc.array(fc.constantFrom(..."=+-@'\t\r\n1.a ＝"), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          risky.map((c) => c.join('')),
        ),
        (text) => {
          expect(restoreCell(neutraliseCell(text))).toBe(text);
        },
      ),
    );
  });

  it.each([
    '=HYPERLINK("http://evil.example";"Open")',
    "=cmd|'/C calc'!A0",
    "+cmd|'/C calc'!A0",
    '@SUM(1+1)*cmd',
    '-2+3+cmd|x!A1',
  ])('are suspicious when they would do something: %s', (text) => {
    expect(isSuspicious(text)).toBe(true);
  });

  it.each(['- soft cotton', '-20 % off', '+ a free belt', '@halden', '-', "'=1", '= '])(
    'are not suspicious otherwise: %s',
    (text) => {
      expect(isSuspicious(text)).toBe(false);
    },
  );
});
