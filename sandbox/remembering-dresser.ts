import { createHash } from 'node:crypto';
import type { Dresser } from './jobs.ts';

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Dresses the same photo in the same garment once and answers that picture again, whatever the
 * seed: for tests that ask for the same look many times, each of which would take a second of CPU.
 * What goes wrong is not remembered. `most` pictures are kept, the oldest go first.
 */
export function createRememberingDresser(dresser: Dresser, most = 64): Dresser {
  const dressed = new Map<string, ReturnType<Dresser['dress']>>();
  return {
    async dress(request) {
      const key = `${digest(request.photo)} ${digest(request.garment)} ${request.category}`;
      const known = dressed.get(key);
      if (known) return known;
      // Kept before it is there, so that those who ask meanwhile wait for the same one.
      const answer = dresser.dress(request);
      dressed.set(key, answer);
      const [oldest] = dressed.keys();
      if (dressed.size > most && oldest !== undefined) dressed.delete(oldest);
      const { ok } = await answer.catch(() => ({ ok: false }));
      if (!ok && dressed.get(key) === answer) dressed.delete(key);
      return answer;
    },
    close: () => dresser.close(),
  };
}
