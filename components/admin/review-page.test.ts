import { describe, expect, it } from 'vitest';
import { type ReviewList, reviewList } from '#lib/contracts/admin.ts';
import { withRetry } from './review-page.ts';

const ONE = '0193f3c2-0000-7000-8000-000000000001';
const OTHER = '0193f3c2-0000-7000-8000-000000000002';
const RETRY = '0193f3c2-0000-7000-8000-00000000000a';

const page = (retry: ReviewList['items'][number]['retry']): ReviewList =>
  reviewList.parse({
    items: [ONE, OTHER].map((tryOnId) => ({
      tryOnId,
      state: 'failed',
      errorClass: 'provider_error',
      errorTitle: 'Something went wrong',
      adminNote: 'Ordinary.',
      status: 'OPEN',
      requestId: null,
      providerText: null,
      providerHttp: 500,
      garment: { slug: 'shirt', title: 'Shirt' },
      shop: 'Shop',
      subject: 'photo',
      createdAt: '2026-01-01T00:00:00.000Z',
      finishedAt: '2026-01-01T00:00:08.000Z',
      retry,
    })),
    nextCursor: null,
  });

describe('noting a retry', () => {
  it('marks that case and no other', () => {
    const [one, other] = withRetry(page(null), ONE, RETRY).items;
    expect(one?.retry).toEqual({ id: RETRY, state: 'queued' });
    expect(other?.retry).toBeNull();
  });

  it('keeps what is already known of the same retry', () => {
    const known = page({ id: RETRY, state: 'succeeded' });
    expect(withRetry(known, ONE, RETRY)).toEqual(known);
  });
});
