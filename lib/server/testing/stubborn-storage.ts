import { vi } from 'vitest';
import { storage } from '#lib/server/storage/current-storage.ts';
import { StorageUnavailable } from '#lib/server/storage/storage.ts';

/**
 * Makes the store of this process bad at deleting, for keys that `which` chooses, until `heal`:
 * - `fails`: it does not answer;
 * - `lies`: it says that it has deleted, and has not;
 * - `mute`: it deletes, and cannot say afterwards whether it has.
 */
export function makeStubborn(
  how: 'fails' | 'lies' | 'mute',
  which: (key: string) => boolean = () => true,
): { heal: () => void } {
  const store = storage();
  const { delete: remove, head } = store;
  const spies = [
    vi.spyOn(store, 'delete').mockImplementation(async (keys) => {
      const stubborn = how !== 'mute' && keys.some(which);
      if (stubborn && how === 'fails') throw new StorageUnavailable('delete', 'EIO');
      if (!stubborn) await remove.call(store, keys);
    }),
    vi.spyOn(store, 'head').mockImplementation(async (key) => {
      if (how === 'mute' && which(key)) throw new StorageUnavailable('head', 'EIO');
      return head.call(store, key);
    }),
  ];
  return { heal: () => spies.forEach((spy) => void spy.mockRestore()) };
}
