import { parentPort } from 'node:worker_threads';
import { createBodyFinder } from './body/find-body.ts';
import { type Category, dress } from './dressing/dress.ts';
import type { RgbaImage } from './dressing/image.ts';

export interface WorkerJob {
  id: number;
  photo: RgbaImage;
  garment: RgbaImage;
  category: Category;
  seed: number;
}

export type WorkerAnswer =
  | { id: number; kind: 'dressed'; picture: RgbaImage }
  | { id: number; kind: 'nobody' }
  | { id: number; kind: 'failed'; message: string };

const port = parentPort;
if (!port) throw new Error('dresser-worker.ts only runs as a worker thread');

const finder = createBodyFinder();

async function answer(job: WorkerJob): Promise<WorkerAnswer> {
  const find = await finder;
  const body = find(job.photo);
  if (!body) return { id: job.id, kind: 'nobody' };
  const picture = dress({
    person: job.photo,
    keypoints: body.keypoints,
    garment: job.garment,
    category: job.category,
    seed: job.seed,
  });
  return { id: job.id, kind: 'dressed', picture };
}

port.on('message', (job: WorkerJob) => {
  answer(job).then(
    (result) => {
      const buffers = result.kind === 'dressed' ? [result.picture.data.buffer as ArrayBuffer] : [];
      port.postMessage(result, buffers);
    },
    (error: unknown) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      port.postMessage({ id: job.id, kind: 'failed', message } satisfies WorkerAnswer);
    },
  );
});
