import type { BodyAnswer, BodyQuestion } from './body-messages.ts';
import { loadBodyModel } from './body-model.ts';
import { findBody } from './find-body.ts';

/** The model off the main thread; started when a photo is chosen, and not before. */

const model = loadBodyModel();

self.addEventListener('message', async ({ data: { id, pixels } }: MessageEvent<BodyQuestion>) => {
  let answer: BodyAnswer;
  try {
    answer = { id, body: findBody(pixels, await model) };
  } catch {
    answer = { id, body: { kind: 'not_looked', why: 'cannot' } };
  }
  self.postMessage(answer);
});
