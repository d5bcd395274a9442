import type { BodyFinding } from '#lib/domain/photo-check.ts';
import type { BodyAnswer, BodyQuestion } from './body-messages.ts';
import type { Pixels } from './pixels.ts';

export interface BodyFinder {
  /** Takes as long as it takes, the model's way here included. Never rejects. */
  find: (pixels: Pixels) => Promise<BodyFinding>;
  close: () => void;
}

/** The part of a `Worker` that is needed here. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

export function startBodyWorker(): WorkerLike {
  return new Worker(new URL('./body-worker.ts', import.meta.url), { type: 'module' });
}

const cannot: BodyFinding = { kind: 'not_looked', why: 'cannot' };

/** Starts loading the model. When the worker breaks or is closed, every question is answered `cannot`. */
export function openBodyFinder(start: () => WorkerLike = startBodyWorker): BodyFinder {
  const waiting = new Map<number, (body: BodyFinding) => void>();
  let broken = false;
  let asked = 0;
  let worker: WorkerLike | null = null;

  const breakOff = () => {
    broken = true;
    for (const answer of waiting.values()) answer(cannot);
    waiting.clear();
    worker?.terminate();
  };

  try {
    worker = start();
    worker.addEventListener('message', (event) => {
      const { id, body } = (event as MessageEvent<BodyAnswer>).data;
      waiting.get(id)?.(body);
      waiting.delete(id);
    });
    worker.addEventListener('error', breakOff);
    worker.addEventListener('messageerror', breakOff);
  } catch {
    breakOff();
  }

  return {
    find: (pixels) =>
      new Promise((resolve) => {
        if (broken || !worker) return resolve(cannot);
        const id = ++asked;
        waiting.set(id, resolve);
        worker.postMessage({ id, pixels } satisfies BodyQuestion);
      }),
    close: breakOff,
  };
}
