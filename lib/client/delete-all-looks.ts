import type { LooksDeleted, LooksSummary } from '#lib/contracts/looks.ts';
import { fetchJson } from './fetch-json.ts';
import { refreshTryOns } from './use-try-ons.ts';

const contracts = () => import('#lib/contracts/looks.ts');

/**
 * How many there are just now, to be told before they go.
 *
 * @param shop slug of the shop whose caps count for the allowance, if any does.
 */
export function summariseLooks(shop?: string): Promise<LooksSummary> {
  const query = shop ? `?shop=${encodeURIComponent(shop)}` : '';
  return fetchJson(`/api/try-ons/summary${query}`, async () => (await contracts()).looksSummary);
}

/**
 * Deletes what can be deleted, and says what could not.
 *
 * @param asOf of the summary that was agreed to; what has ended since is kept.
 */
export async function deleteAllLooks({ asOf }: Pick<LooksSummary, 'asOf'>): Promise<LooksDeleted> {
  const outcome = await fetchJson(
    `/api/try-ons?asOf=${encodeURIComponent(asOf)}`,
    async () => (await contracts()).looksDeleted,
    { method: 'DELETE' },
  );
  await refreshTryOns();
  return outcome;
}
