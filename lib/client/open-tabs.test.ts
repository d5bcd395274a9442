import { describe, expect, it } from 'vitest';
import { claimed } from './open-tabs.ts';

describe('what may come once only', () => {
  it('is new to the first tab and to no other', () => {
    const first = claimed(['a', 'b'], null);
    expect(first.fresh).toEqual(['a', 'b']);
    expect(claimed(['b', 'c'], first.remembered).fresh).toEqual(['c']);
  });

  it('is forgotten only long after', () => {
    let stored: string | null = null;
    for (let id = 0; id < 100; id += 1) stored = claimed([`id-${id}`], stored).remembered;
    expect(claimed(['id-99', 'id-80'], stored).fresh).toEqual([]);
    expect(stored?.split(' ').length).toBeLessThan(100);
  });
});
