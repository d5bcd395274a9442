import { describe, expect, it } from 'vitest';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { endedSince, isShownAt } from './ended-news.ts';

const common = (id: string) => ({
  id,
  version: 1,
  createdAt: '2026-11-22T10:00:00.000Z',
  garment: {
    slug: 'boxy-tee',
    title: 'Boxy tee',
    category: 'UPPER_BODY' as const,
    picture: null,
    colour: 'White',
    inShop: true,
  },
  subject: { kind: 'house-model' as const, slug: 'noor', name: 'Noor', picture: null },
  under: null,
  retryOf: null,
});
const finishedAt = '2026-11-22T10:00:08.000Z';

const making = (id: string): TryOnView => ({
  ...common(id),
  state: 'sending',
  waiting: null,
  expected: { medianSeconds: 7, measured: true },
});
const look = (id: string): TryOnView => ({
  ...common(id),
  state: 'succeeded',
  finishedAt,
  look: { url: '/api/media/1', width: 3, height: 4 },
  seed: 1,
  favourite: false,
  keptUntil: '2027-11-28T12:00:00.000Z',
  reported: false,
});
const cancelled = (id: string): TryOnView => ({ ...common(id), state: 'cancelled', finishedAt });

describe('news of try-ons', () => {
  it('are told once, and only of those that were seen under way', () => {
    const watched = new Set<string>();
    expect(endedSince(watched, [making('a'), look('old')])).toEqual([]);
    expect(endedSince(watched, [look('a'), look('old')])).toMatchObject([
      { id: 'a', title: 'Boxy tee in white' },
    ]);
    expect(endedSince(watched, [look('a'), look('old')])).toEqual([]);
  });

  it('come together when several end between two answers', () => {
    const watched = new Set<string>();
    endedSince(watched, [making('a'), making('b'), making('c')]);
    const news = endedSince(watched, [look('a'), making('b'), look('c')]);
    expect(news.map(({ id }) => id)).toEqual(['a', 'c']);
    expect([...watched]).toEqual(['b']);
  });

  it('lead to My looks when the garment has left the shop meanwhile', () => {
    const watched = new Set(['a']);
    const gone = look('a');
    const news = endedSince(watched, [{ ...gone, garment: { ...gone.garment, inShop: false } }]);
    expect(news).toMatchObject([{ id: 'a', href: '/looks' }]);
  });

  it('say nothing of what was called off or deleted', () => {
    const watched = new Set<string>();
    endedSince(watched, [making('a'), making('b')]);
    expect(endedSince(watched, [cancelled('a')])).toEqual([]);
  });
});

describe('a page', () => {
  const news = { id: 'a', href: '/garments/boxy-tee?try-on=a' };

  it('shows a look that it is open at, and My looks shows all of them', () => {
    expect(isShownAt(news, { pathname: '/garments/boxy-tee', search: '?try-on=a' })).toBe(true);
    expect(isShownAt(news, { pathname: '/looks', search: '' })).toBe(true);
  });

  it('of another look or another garment does not', () => {
    expect(isShownAt(news, { pathname: '/garments/boxy-tee', search: '?try-on=b' })).toBe(false);
    expect(isShownAt(news, { pathname: '/garments/boxy', search: '?try-on=a' })).toBe(false);
    expect(isShownAt(news, { pathname: '/', search: '' })).toBe(false);
  });
});
