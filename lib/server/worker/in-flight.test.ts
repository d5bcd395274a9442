import { expect, it } from 'vitest';
import { drain, heldAnswersMade, isDraining, track, trackAnswer } from './in-flight.ts';

it('waits also for the steps that those under way begin', async () => {
  const ended: string[] = [];
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const ring = async () => {
    await first.promise;
    ended.push('ring');
    void track(second.promise.then(() => ended.push('step')));
  };
  void track(ring());
  const drained = drain().then(() => ended.push('drained'));
  expect(isDraining()).toBe(true);
  first.resolve();
  setTimeout(second.resolve, 20);
  await drained;
  expect(ended).toEqual(['ring', 'step', 'drained']);
});

it('waits for the answers that are held then, after the steps and not with them', async () => {
  const held = Promise.withResolvers<void>();
  const ended: string[] = [];
  void trackAnswer(held.promise.then(() => ended.push('answer')));
  await drain();
  expect(ended).toEqual([]);
  const all = heldAnswersMade().then(() => ended.push('all made'));
  void trackAnswer(new Promise(() => {}));
  held.resolve();
  await all;
  expect(ended).toEqual(['answer', 'all made']);
});
