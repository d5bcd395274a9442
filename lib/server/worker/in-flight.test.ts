import { expect, it } from 'vitest';
import { drain, isDraining, track } from './in-flight.ts';

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
