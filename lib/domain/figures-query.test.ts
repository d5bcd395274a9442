import { describe, expect, it } from 'vitest';
import { parseFigures, periodOf, printFigures } from './figures-query.ts';

const asked = (address: string) =>
  parseFigures(Object.fromEntries(new URLSearchParams(address).entries()));

describe('the address of figures', () => {
  it.each([
    '',
    'days=90',
    'from=2026-01-01&to=2026-03-31',
    'days=7&category=DRESS&sort=cost',
    'garment=01900000-0000-7000-8000-000000000000',
  ])('comes back as it was read: %s', (address) => {
    expect(printFigures(asked(address))).toBe(address);
  });

  it('leaves out what makes no sense', () => {
    const nonsense =
      'days=3&from=2026-02-30&to=2026-03-01&category=HAT&garment=%27%3B--&sort=password';
    expect(asked(nonsense)).toEqual(asked(''));
    expect(asked('from=2020-01-01&to=2026-01-01')).toEqual(asked(''));
  });

  it('reads a period from either end', () => {
    const { period } = asked('from=2026-03-31&to=2026-03-01');
    expect(period).toEqual({ from: '2026-03-01', to: '2026-03-31' });
  });

  it('counts back from today', () => {
    expect(periodOf(asked('days=7'), '2026-03-07')).toEqual({
      from: '2026-03-01',
      to: '2026-03-07',
    });
  });
});
