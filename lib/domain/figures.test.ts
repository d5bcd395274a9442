import { describe, expect, it } from 'vitest';
import { endingOf, stepsUpTo, visitSteps, wayThrough } from './figures.ts';
import { tryOnStates } from './try-on.ts';

describe('the steps of a visit', () => {
  it('have all those before them on the way through the fitting room', () => {
    for (const [place, step] of wayThrough.entries()) {
      expect(stepsUpTo(step)).toEqual(expect.arrayContaining(wayThrough.slice(0, place + 1)));
    }
  });

  it('are each counted by themselves too, and always with the view', () => {
    for (const step of visitSteps) expect(stepsUpTo(step)).toContain(step);
    for (const step of visitSteps) expect(stepsUpTo(step)).toContain('view');
  });

  it('do not make a look of what was bought without one', () => {
    expect(stepsUpTo('bag')).toEqual(['view', 'bag']);
    expect(stepsUpTo('order')).toEqual(['view', 'order']);
  });
});

describe('the ending of a try-on', () => {
  it('is a success, a failure or a block, and none when it was called off or still goes on', () => {
    const told = Object.fromEntries(tryOnStates.map((state) => [state, endingOf(state)]));
    expect(told).toMatchObject({
      queued: null,
      running: null,
      cancelled: null,
      succeeded: 'succeeded',
      failed: 'failed',
      expired: 'failed',
      unknown: 'failed',
      blocked: 'blocked',
    });
  });
});
