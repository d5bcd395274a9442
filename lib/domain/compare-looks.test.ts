import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareHref, MOST_COMPARED, parseCompared } from './compare-looks.ts';

const idsOf = (href: string) => new URL(href, 'http://shop').searchParams.get('ids') ?? '';

describe('the looks in the address', () => {
  it('come back as they were put in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { maxLength: MOST_COMPARED }), (ids) => {
        expect(parseCompared(idsOf(compareHref(ids)))).toEqual(ids);
      }),
    );
  });

  it('are never more than fit, never twice, and never anything but ids', () => {
    const piece = fc.oneof(fc.uuid(), fc.string(), fc.constant(','));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const ids = parseCompared(pieces.join(','));
        expect(ids.length).toBeLessThanOrEqual(MOST_COMPARED);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
      }),
    );
  });

  it('may be missing, or given twice', () => {
    const [a, b] = ['0190a5b6-0000-7000-8000-000000000001', '0190a5b6-0000-7000-8000-000000000002'];
    expect(parseCompared(undefined)).toEqual([]);
    expect(parseCompared([a, `${b},${a}`])).toEqual([a, b]);
  });
});
