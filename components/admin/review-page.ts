import type { ReviewList } from '#lib/contracts/admin.ts';

/** Cases a page: the server renders the first one, and the browser asks for the same. */
export const REVIEW_PAGE_SIZE = 25;

/** The page with the retry of one case noted in it, as it is just after asking. */
export function withRetry(page: ReviewList, tryOnId: string, retryId: string): ReviewList {
  return {
    ...page,
    items: page.items.map((one) =>
      one.tryOnId === tryOnId && one.retry?.id !== retryId
        ? { ...one, retry: { id: retryId, state: 'queued' } }
        : one,
    ),
  };
}
