import { describe, expect, it } from 'vitest';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { findLookAlone } from './look-alone.ts';

const photo = { kind: 'photo' as const, photoId: 'p1', picture: null };
const noor = { kind: 'house-model' as const, slug: 'noor', name: 'Noor', picture: null };
const garment = (slug: string) => ({
  slug,
  title: slug,
  category: 'LOWER_BODY' as const,
  picture: null,
  colour: '',
  inShop: true,
});
const at = '2026-11-22T10:00:00.000Z';

const look = (id: string, change: Partial<TryOnView> = {}): TryOnView =>
  ({
    id,
    version: 3,
    createdAt: at,
    finishedAt: at,
    garment: garment('jeans'),
    under: null,
    retryOf: null,
    state: 'succeeded',
    look: { url: '/api/media/1', width: 3, height: 4 },
    seed: 1,
    favourite: false,
    keptUntil: '2027-11-28T12:00:00.000Z',
    reported: false,
    ...change,
    subject: change.subject ?? noor,
  }) as TryOnView;

const outfit = { id: 'o', garment: garment('tee'), look: null };

describe('a look of one garment alone', () => {
  it('is found on the same person only', () => {
    const tryOns = [look('photo', { subject: photo }), look('noor')];
    expect(findLookAlone(tryOns, { slug: 'jeans' }, noor)?.id).toBe('noor');
    expect(findLookAlone(tryOns, { slug: 'jeans' }, photo)?.id).toBe('photo');
    expect(findLookAlone(tryOns, { slug: 'jeans' }, { ...photo, photoId: 'p2' })).toBeUndefined();
    expect(findLookAlone(tryOns, { slug: 'jeans' }, { ...noor, slug: 'ines' })).toBeUndefined();
  });

  it('is neither an outfit, nor another garment, nor one without a picture', () => {
    const tryOns = [
      look('outfit', { under: outfit }),
      look('skirt', { garment: garment('skirt') }),
      look('failed', { state: 'failed' } as Partial<TryOnView>),
    ];
    expect(findLookAlone(tryOns, { slug: 'jeans' }, noor)).toBeUndefined();
  });
});
