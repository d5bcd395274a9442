import { mutate } from 'swr';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { fetchNothing } from './fetch-json.ts';
import { followedKey } from './use-try-on.ts';

/**
 * Gives a look its heart or takes it: shown at once where the look is followed, and taken back when
 * the server refuses. Throws like `fetchJson`.
 */
export async function likeLook(id: string, favourite: boolean): Promise<void> {
  await show(id, favourite);
  try {
    await fetchNothing(`/api/try-ons/${id}/favourite`, { method: favourite ? 'PUT' : 'DELETE' });
  } catch (refused) {
    await show(id, !favourite);
    throw refused;
  }
}

const show = (id: string, favourite: boolean) =>
  mutate<TryOnView>(
    followedKey(id),
    (known) => (known?.state === 'succeeded' ? { ...known, favourite } : known),
    { revalidate: false },
  );
