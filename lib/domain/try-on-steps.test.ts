import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnLatency, publishedLatency } from './latency-distribution.ts';
import { planPolls } from './poll-plan.ts';
import { isFinal, mayFollow, RECORD_LIFE_MS } from './try-on.ts';
import { saveOutcome, statusOutcome, submitOutcome } from './try-on-outcomes.ts';
import {
  afterLostSubmit,
  afterPreparation,
  afterSave,
  afterStatus,
  afterSubmit,
  backoffMs,
  type Move,
  type TryOnProgress,
} from './try-on-steps.ts';

const now = new Date('2026-11-22T12:00:00Z');
const plan = planPolls(learnLatency([], publishedLatency), 0.1);
const context = { now, plan, jitter: 0.5, rules: [] };
const ago = (ms: number) => new Date(now.getTime() - ms);

const progress = (change: Partial<TryOnProgress> = {}): TryOnProgress => ({
  state: 'sending',
  serverErrors: 0,
  stumbles: 0,
  providerStatus: null,
  submittedAt: null,
  ...change,
});
const running = (change: Partial<TryOnProgress> = {}) =>
  progress({ state: 'running', submittedAt: ago(5_000), ...change });
const saving = (change: Partial<TryOnProgress> = {}) =>
  progress({ state: 'saving', submittedAt: ago(8_000), ...change });

const refused = {
  kind: 'not_accepted',
  errorClass: 'provider_error',
  providerText: 'connect ECONNREFUSED',
  resend: 'later',
} as const;

describe('after the submit', () => {
  it('keeps the request id and plans the first poll before most are done', () => {
    const move = afterSubmit({ kind: 'accepted', requestId: 'r-1' }, progress(), context);
    expect(move).toMatchObject({ to: 'running', requestId: 'r-1', submittedAt: now });
    const wait = (move.nextActionAt?.getTime() ?? 0) - now.getTime();
    expect(wait).toBeGreaterThan(3_000);
    expect(wait).toBeLessThan(publishedLatency.medianMs);
  });

  it('goes back to the queue when the provider cannot have accepted it', () => {
    const move = afterSubmit(refused, progress({ stumbles: 2 }), context);
    expect(move).toMatchObject({
      to: 'queued',
      waitingReason: 'provider_unreachable',
      stumbles: 3,
    });
    expect(move.errorClass).toBeUndefined();
  });

  it('never sends again when the answer was lost', () => {
    const move = afterSubmit({ kind: 'unknown', providerText: 'reset' }, progress(), context);
    expect(move).toMatchObject({ to: 'unknown', errorClass: 'submit_unknown', nextActionAt: null });
    expect(afterLostSubmit()).toMatchObject({ to: 'unknown', errorClass: 'submit_unknown' });
  });

  it('sends an answered server error once more, and then fails', () => {
    const outcome = { ...refused, httpStatus: 500, resend: 'once' } as const;
    const first = afterSubmit(outcome, progress(), context);
    expect(first).toMatchObject({ to: 'queued', serverErrors: 1 });
    const second = afterSubmit(outcome, progress({ serverErrors: 1 }), context);
    expect(second).toMatchObject({ to: 'failed', errorClass: 'provider_error' });
  });

  it('does not count refused connections as server errors', () => {
    const move = afterSubmit(refused, progress(), context);
    expect(move.serverErrors).toBe(0);
  });

  it.each(['credentials', 'forbidden', 'credits'] as const)(
    'goes back to the queue when our account is at fault (%s)',
    (errorClass) => {
      const move = afterSubmit({ ...refused, errorClass, httpStatus: 401 }, progress(), context);
      expect(move).toMatchObject({ to: 'queued', waitingReason: 'provider_paused' });
    },
  );

  it('waits for the time that a rate limit names', () => {
    const retryAt = new Date(now.getTime() + 42_000);
    const outcome = { ...refused, errorClass: 'rate_limited', retryAt } as const;
    const move = afterSubmit(outcome, progress(), context);
    expect(move).toMatchObject({ nextActionAt: retryAt, waitingReason: 'rate_limited' });
    expect(move.closeGateUntil).toEqual(retryAt);
  });

  it('fails a request that the provider refuses for what it is', () => {
    const outcome = { ...refused, errorClass: 'invalid_request', resend: 'never' } as const;
    expect(afterSubmit(outcome, progress(), context)).toMatchObject({
      to: 'failed',
      errorClass: 'invalid_request',
      nextActionAt: null,
    });
  });
});

describe('after the preparation of the pictures', () => {
  it('calls a try-on off whose photo was deleted meanwhile', () => {
    const move = afterPreparation({ kind: 'missing' }, progress({ state: 'queued' }), context);
    expect(move).toMatchObject({ to: 'cancelled', nextActionAt: null });
  });

  it('waits for the storage', () => {
    const move = afterPreparation(
      { kind: 'storage_unavailable' },
      progress({ state: 'queued' }),
      context,
    );
    expect(move).toMatchObject({ to: 'queued', waitingReason: 'storage_unavailable', stumbles: 1 });
  });
});

describe('after a poll', () => {
  it('saves at once what is completed', () => {
    const move = afterStatus({ kind: 'completed', providerSeconds: 6.5 }, running(), context);
    expect(move).toMatchObject({ to: 'saving', nextActionAt: now, providerSeconds: 6.5 });
  });

  it('tells a block from a failure', () => {
    const failed = { kind: 'failed', providerText: 'x', httpStatus: 422 } as const;
    expect(afterStatus({ ...failed, errorClass: 'content_blocked' }, running(), context).to).toBe(
      'blocked',
    );
    expect(afterStatus({ ...failed, errorClass: 'no_person' }, running(), context).to).toBe(
      'failed',
    );
  });

  it('keeps a paid request while the provider is out of reach', () => {
    const outcome = {
      kind: 'unavailable',
      errorClass: 'provider_error',
      providerText: 'ECONNRESET',
    } as const;
    expect(afterStatus(outcome, running(), context)).toMatchObject({
      to: 'running',
      waitingReason: 'provider_unreachable',
    });
  });

  it('gives up when the hour of the record is over', () => {
    const late = running({ submittedAt: ago(RECORD_LIFE_MS) });
    expect(
      afterStatus({ kind: 'pending', providerStatus: 'PROCESSING' }, late, context),
    ).toMatchObject({ to: 'expired', errorClass: 'result_expired' });
    expect(afterStatus({ kind: 'gone' }, late, context).to).toBe('expired');
  });

  it('believes a 404 only when it comes again', () => {
    expect(afterStatus({ kind: 'gone' }, running(), context)).toMatchObject({
      to: 'running',
      stumbles: 1,
    });
    expect(afterStatus({ kind: 'gone' }, running({ stumbles: 4 }), context).to).toBe('expired');
  });
});

describe('after saving', () => {
  it('succeeds with the picture', () => {
    expect(afterSave({ kind: 'saved', mediaId: 'm' }, saving(), context)).toMatchObject({
      to: 'succeeded',
      resultMediaId: 'm',
      nextActionAt: null,
    });
  });

  it.each([
    { kind: 'storage_unavailable' },
    { kind: 'unreadable', providerText: 'not a picture' },
    { kind: 'pending' },
    { kind: 'unavailable', errorClass: 'provider_error', providerText: 'x' },
  ] as const)('tries again within the hour ($kind)', (outcome) => {
    const move = afterSave(outcome, saving(), context);
    expect(move).toMatchObject({ to: 'saving', stumbles: 1 });
    expect(move.nextActionAt?.getTime()).toBeGreaterThan(now.getTime());
  });

  it('says what was wrong when the hour is over', () => {
    const late = saving({ submittedAt: ago(RECORD_LIFE_MS) });
    expect(afterSave({ kind: 'unreadable', providerText: 'html' }, late, context)).toMatchObject({
      to: 'expired',
      errorClass: 'result_unreadable',
    });
    expect(afterSave({ kind: 'storage_unavailable' }, late, context)).toMatchObject({
      to: 'expired',
      errorClass: 'result_expired',
    });
  });
});

/** What must hold of every move, whatever the provider answered. */
function assertSound(from: TryOnProgress['state'], move: Move): void {
  expect(move.to === from || mayFollow(from, move.to)).toBe(true);
  expect(move.nextActionAt === null).toBe(isFinal(move.to));
  if (move.to === 'running' && from === 'sending') expect(move.requestId).toBeTruthy();
  if (['failed', 'blocked', 'expired', 'unknown'].includes(move.to)) {
    expect(move.errorClass).toBeTruthy();
  }
}

describe('any outcome', () => {
  const anyProgress = fc.record({
    serverErrors: fc.nat(3),
    stumbles: fc.nat(40),
    age: fc.integer({ min: 0, max: 2 * RECORD_LIFE_MS }),
  });

  it('leads to a legal state, due exactly while it is under way', () => {
    fc.assert(
      fc.property(
        anyProgress,
        submitOutcome,
        statusOutcome,
        saveOutcome,
        ({ age, ...rest }, onSubmit, onStatus, onSave) => {
          const base = { providerStatus: null, submittedAt: ago(age), ...rest };
          const sent = { ...base, state: 'sending' as const, submittedAt: null };
          assertSound('sending', afterSubmit(onSubmit, sent, context));
          const run = { ...base, state: 'running' as const };
          assertSound('running', afterStatus(onStatus, run, context));
          const save = { ...base, state: 'saving' as const };
          assertSound('saving', afterSave(onSave, save, context));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('never puts an accepted or lost request back into the queue', () => {
    fc.assert(
      fc.property(submitOutcome, anyProgress, (outcome, { age: _, ...rest }) => {
        const move = afterSubmit(
          outcome,
          { state: 'sending', providerStatus: null, submittedAt: null, ...rest },
          context,
        );
        if (move.to === 'queued') expect(outcome.kind).toBe('not_accepted');
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('the back-off', () => {
  it('grows to a bound, so that a recovery is noticed within 20 seconds', () => {
    expect(backoffMs(0, 0.5)).toBe(500);
    expect(backoffMs(50, 1)).toBeLessThan(20_000);
  });
});
