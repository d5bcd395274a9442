import { describe, expect, it } from 'vitest';
import { isOffered, pictureForTryOn } from './picture-for-try-on.ts';
import type { PictureReadiness } from './picture-readiness.ts';

const images = (...readiness: (PictureReadiness | null)[]) =>
  readiness.map((level, place) => ({ id: String(place), readiness: level }));

describe('the picture for a try-on', () => {
  it('is the pinned one, whatever it is like', () => {
    expect(pictureForTryOn(images('READY', 'NOT_READY'), '1')?.id).toBe('1');
  });

  it('is the best judged where none is pinned, and of those as good the first', () => {
    expect(pictureForTryOn(images('FAIR', 'READY', 'READY'), null)?.id).toBe('1');
    expect(pictureForTryOn(images('NOT_READY', 'FAIR'), null)?.id).toBe('1');
    expect(pictureForTryOn(images('NOT_READY', 'NOT_READY'), null)?.id).toBe('0');
  });

  it('prefers one that nobody has looked at to one that is known to be wrong', () => {
    expect(pictureForTryOn(images('NOT_READY', null), null)?.id).toBe('1');
    expect(pictureForTryOn(images(null, 'FAIR'), null)?.id).toBe('1');
    expect(pictureForTryOn(images(null, null), null)?.id).toBe('0');
  });

  it('does not stick to a pin whose picture is gone', () => {
    expect(pictureForTryOn(images('READY'), 'gone')?.id).toBe('0');
    expect(pictureForTryOn([], 'gone')).toBeNull();
  });
});

describe('a garment', () => {
  const tee = { category: 'UPPER_BODY', readiness: 'READY', pinnedId: null } as const;

  it('is offered unless its picture is known to be wrong', () => {
    expect(isOffered(tee)).toBe(true);
    expect(isOffered({ ...tee, readiness: 'FAIR' })).toBe(true);
    expect(isOffered({ ...tee, readiness: 'NOT_READY' })).toBe(false);
  });

  it('is offered with a wrong picture that the merchant has chosen', () => {
    expect(isOffered({ ...tee, readiness: 'NOT_READY', pinnedId: 'a' })).toBe(true);
  });

  it('is never offered when nobody can try it on', () => {
    expect(isOffered({ ...tee, category: null, pinnedId: 'a' })).toBe(false);
  });
});
