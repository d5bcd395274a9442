import 'server-only';
import { z } from 'zod';
import { db } from '#lib/server/db.ts';
import { findUnmeasuredImages } from '#lib/server/repositories/picture-readiness.ts';
import { lookAtPictures } from '#lib/server/use-cases/look-at-pictures.ts';
import { enqueue } from './enqueue.ts';
import { defineTask } from './task.ts';

/** A look takes about 0.2 s. */
const BATCH = 10;

/** Catches up with garment pictures that were kept before there was a look, or with an older one. */
export const lookAtPicturesTask = defineTask({
  name: 'look-at-pictures',
  data: z.strictObject({ after: z.string().nullable() }),
  concurrency: 1,
  retries: 5,
  withinSeconds: 120,
  begins: async () => {
    const [any] = await findUnmeasuredImages(db(), null, 1);
    if (any) await enqueue(db(), lookAtPicturesTask, { after: null });
  },
  run: async ({ after }, stopped) => {
    const last = await lookAtPictures(after, BATCH, stopped);
    if (last) await enqueue(db(), lookAtPicturesTask, { after: last });
  },
});
