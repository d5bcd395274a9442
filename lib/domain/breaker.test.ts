import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Breaker,
  closedBreaker,
  type Evidence,
  evidenceOf,
  evidenceOfError,
  probeDelayMs,
  STRIKES,
  waitingDuring,
  weigh,
} from './breaker.ts';
import { errorClasses } from './try-on-error.ts';

const now = new Date('2030-01-01T00:00:00Z');
const works: Evidence = { kind: 'works' };
const troubled: Evidence = { kind: 'troubled' };
const refuses = (reason: 'credentials' | 'forbidden' | 'credits'): Evidence => ({
  kind: 'refuses',
  reason,
});

const judged = (evidence: Evidence[], { byProbe = false, from = closedBreaker } = {}) =>
  evidence.reduce((breaker, piece) => weigh(breaker, piece, { byProbe, now }), from);

describe('the breaker', () => {
  it('pauses at the first refusal of our account', () => {
    expect(judged([refuses('credits')]).pause).toMatchObject({ reason: 'credits', since: now });
  });

  it('takes trouble for an outage only when it comes again and again', () => {
    expect(judged(Array(STRIKES - 1).fill(troubled)).pause).toBeNull();
    expect(judged(Array(STRIKES).fill(troubled)).pause?.reason).toBe('outage');
    const between = [...Array(STRIKES - 1).fill(troubled), works, troubled];
    expect(judged(between).pause).toBeNull();
  });

  it('goes on when something works', () => {
    expect(judged([refuses('credentials'), works])).toEqual(closedBreaker);
  });

  it('waits longer after every probe that came to nothing, but not after what was under way', () => {
    const paused = judged([refuses('credits')]);
    const probed = judged([refuses('credits')], { byProbe: true, from: paused });
    expect(probed.pause?.probes).toBe(1);
    expect(probed.pause?.probeAt?.getTime()).toBe(now.getTime() + probeDelayMs(1));
    const stragglers = judged(Array(20).fill(troubled), { from: paused });
    expect(stragglers.pause).toEqual(paused.pause);
  });

  it('says what an admin can act on: a refusal explains an outage', () => {
    const outage = judged(Array(STRIKES).fill(troubled));
    expect(judged([refuses('credentials')], { from: outage }).pause?.reason).toBe('credentials');
    const refused = judged([refuses('credentials')]);
    expect(judged([troubled], { byProbe: true, from: refused }).pause?.reason).toBe('credentials');
  });

  it('never ends a pause by hand by itself, and always ends one of its own', () => {
    const evidence = fc.constantFrom(works, troubled, refuses('credits'), refuses('forbidden'));
    const manual: Breaker = {
      strikes: 0,
      pause: { reason: 'manual', since: now, probes: 0, probeAt: null },
    };
    fc.assert(
      fc.property(fc.array(fc.tuple(evidence, fc.boolean())), (pieces) => {
        const play = (from: Breaker) =>
          pieces.reduce(
            (breaker, [piece, byProbe]) => weigh(breaker, piece, { byProbe, now }),
            from,
          );
        expect(play(manual)).toEqual(manual);
        const { pause } = play(closedBreaker);
        if (pause) expect(pause.probeAt?.getTime()).toBeGreaterThan(now.getTime());
        expect(weigh({ pause, strikes: 0 }, works, { byProbe: true, now }).pause).toBeNull();
      }),
    );
  });
});

describe('what an answer shows', () => {
  it('is something for every class but a rate limit, which has a gate of its own', () => {
    for (const errorClass of errorClasses) {
      expect(evidenceOfError(errorClass) === null).toBe(errorClass === 'rate_limited');
    }
  });

  it('is trouble when the answer is lost: it may have been paid for', () => {
    expect(evidenceOf({ kind: 'unknown', providerText: '' })).toEqual(troubled);
    expect(evidenceOf({ kind: 'accepted', requestId: 'r' })).toEqual(works);
  });

  it('is no trouble when the request itself is at fault', () => {
    const refused = { kind: 'not_accepted', providerText: '', resend: 'never' } as const;
    expect(evidenceOf({ ...refused, errorClass: 'invalid_request' })).toEqual(works);
  });

  it('tells shoppers of an outage, and of our account only that there is a break', () => {
    expect(waitingDuring('outage')).toBe('provider_unreachable');
    expect(waitingDuring('credits')).toBe('provider_paused');
    expect(waitingDuring('manual')).toBe('provider_paused');
  });
});
