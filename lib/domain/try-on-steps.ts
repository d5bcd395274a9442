import type { PollPlan } from './poll-plan.ts';
import { nextPollIn } from './poll-schedule.ts';
import { type FiledBy, fileText, type TextRule } from './text-rules.ts';
import { type ActiveState, RECORD_LIFE_MS, type TryOnState, type WaitingReason } from './try-on.ts';
import { TRY_ON_ERRORS, type TryOnErrorClass } from './try-on-error.ts';

/**
 * What a try-on does next, given what the provider answered: from values to values, time passed in.
 * The outcomes are what the provider client returns; a `Move` is what the repository writes, with
 * compare-and-set, in one transaction.
 */

export type SubmitOutcome =
  | { kind: 'accepted'; requestId: string }
  /** Provably never accepted, so sending again cannot pay twice. */
  | {
      kind: 'not_accepted';
      errorClass: TryOnErrorClass;
      providerText: string;
      httpStatus?: number;
      retryAt?: Date;
      /** `once`: an answered 500, 502 or 503 may be sent one more time. */
      resend: 'later' | 'once' | 'never';
    }
  | { kind: 'unknown'; providerText: string; httpStatus?: number };

export type UnavailableOutcome = {
  kind: 'unavailable';
  errorClass: TryOnErrorClass;
  providerText: string;
  httpStatus?: number;
  retryAt?: Date;
};

export type FailedOutcome = {
  kind: 'failed';
  errorClass: TryOnErrorClass;
  providerText: string;
  httpStatus?: number;
};

export type StatusOutcome =
  | { kind: 'pending'; providerStatus: 'QUEUED' | 'PROCESSING' }
  | { kind: 'completed'; providerSeconds?: number; costUsd?: number }
  | FailedOutcome
  /** 404: the record is unknown to the provider, or its hour is over. */
  | { kind: 'gone' }
  | UnavailableOutcome;

export type SaveOutcome =
  | { kind: 'saved'; mediaId: string }
  /** It was made and is paid for, and nobody wants it any more. */
  | { kind: 'discarded' }
  | { kind: 'pending' }
  | FailedOutcome
  | { kind: 'gone' }
  | { kind: 'unreadable'; providerText: string }
  | { kind: 'storage_unavailable' }
  | UnavailableOutcome;

/** The part of a try-on that decides its next step. */
export interface TryOnProgress {
  state: ActiveState;
  /** POSTs so far that were answered with 500, 502 or 503. */
  serverErrors: number;
  /** Tries of the present step in a row that came to nothing. */
  stumbles: number;
  providerStatus: string | null;
  submittedAt: Date | null;
}

export interface Move {
  to: TryOnState;
  /** When the row is due again; null once it is final. */
  nextActionAt: Date | null;
  stumbles: number;
  serverErrors?: number;
  waitingReason: WaitingReason | null;
  requestId?: string;
  providerStatus?: string | null;
  submittedAt?: Date;
  pendingAt?: Date;
  completedAt?: Date;
  providerSeconds?: number;
  costMicros?: number;
  resultMediaId?: string;
  /** The finished try-on whose picture this one got without a call. */
  reusedFromId?: string;
  errorClass?: TryOnErrorClass;
  /** The admins' rule that this class comes of. */
  filedBy?: FiledBy;
  providerText?: string;
  providerHttp?: number;
  /** The provider told us to wait: nobody should call before then. */
  closeGateUntil?: Date;
}

export interface StepContext {
  now: Date;
  plan: PollPlan;
  /** In [0, 1). */
  jitter: number;
  /** About the provider's words; the newest first. */
  rules: readonly TextRule[];
}

/** What a picture costs on average when the provider does not say. Source: its published figures. */
export const PRICE_USD = 0.01108;

const MAX_BACKOFF_MS = 15_000;
/** A damaged picture seldom mends itself, and each look at it takes a call from somebody else. */
const MAX_UNREADABLE_BACKOFF_MS = 5 * 60_000;
const RATE_LIMIT_PAUSE_MS = 10_000;

const later = (now: Date, ms: number) => new Date(now.getTime() + ms);

/** Doubles from half a second up to 15 s, so that a short outage costs little waiting. */
export function backoffMs(stumbles: number, jitter: number, most = MAX_BACKOFF_MS): number {
  return Math.min(most, 500 * 2 ** Math.min(stumbles, 10)) * (0.75 + jitter / 2);
}

function waitingReasonFor(errorClass: TryOnErrorClass): WaitingReason {
  if (TRY_ON_ERRORS[errorClass].pausesSending) return 'provider_paused';
  return errorClass === 'rate_limited' ? 'rate_limited' : 'provider_unreachable';
}

/** Stays where it is and tries the same step again later. */
function stumble(
  state: TryOnState,
  progress: TryOnProgress,
  outcome: {
    errorClass: TryOnErrorClass;
    providerText: string;
    httpStatus?: number;
    retryAt?: Date;
  },
  { now, jitter }: StepContext,
): Move {
  const limited = outcome.errorClass === 'rate_limited';
  const closeGateUntil = limited ? (outcome.retryAt ?? later(now, RATE_LIMIT_PAUSE_MS)) : undefined;
  return {
    to: state,
    nextActionAt: closeGateUntil ?? later(now, backoffMs(progress.stumbles, jitter)),
    stumbles: progress.stumbles + 1,
    waitingReason: waitingReasonFor(outcome.errorClass),
    providerText: outcome.providerText,
    providerHttp: outcome.httpStatus,
    closeGateUntil,
  };
}

function end(
  to: TryOnState,
  errorClass: TryOnErrorClass,
  providerText?: string,
  providerHttp?: number,
): Move {
  return {
    to,
    nextActionAt: null,
    stumbles: 0,
    waitingReason: null,
    errorClass,
    providerText,
    providerHttp,
  };
}

function fail(outcome: FailedOutcome, { rules }: StepContext): Move {
  const { errorClass, filedBy } = fileText(outcome.providerText, outcome.errorClass, rules);
  const to = TRY_ON_ERRORS[errorClass].endsAs === 'blocked' ? 'blocked' : 'failed';
  return { ...end(to, errorClass, outcome.providerText, outcome.httpStatus), filedBy };
}

/** The pictures could not be made ready; nothing was sent, so nothing is lost by waiting. */
export function afterPreparation(
  outcome: { kind: 'missing' } | { kind: 'storage_unavailable' } | UnavailableOutcome,
  progress: TryOnProgress,
  context: StepContext,
): Move {
  switch (outcome.kind) {
    case 'missing':
      // It or its photo was deleted while it waited, which calls it off.
      return { to: 'cancelled', nextActionAt: null, stumbles: 0, waitingReason: null };
    case 'storage_unavailable':
      return {
        to: 'queued',
        nextActionAt: later(context.now, backoffMs(progress.stumbles, context.jitter)),
        stumbles: progress.stumbles + 1,
        waitingReason: 'storage_unavailable',
      };
    case 'unavailable':
      return stumble('queued', progress, outcome, context);
  }
}

export function afterSubmit(
  outcome: SubmitOutcome,
  progress: TryOnProgress,
  context: StepContext,
): Move {
  const { now, plan, jitter } = context;
  switch (outcome.kind) {
    case 'accepted':
      return {
        to: 'running',
        requestId: outcome.requestId,
        submittedAt: now,
        providerStatus: 'QUEUED',
        nextActionAt: later(now, nextPollIn(0, plan, jitter)),
        stumbles: 0,
        waitingReason: null,
      };
    case 'unknown':
      return end('unknown', 'submit_unknown', outcome.providerText, outcome.httpStatus);
    case 'not_accepted':
      if (outcome.resend === 'never' || (outcome.resend === 'once' && progress.serverErrors > 0)) {
        const { errorClass, filedBy } = fileText(
          outcome.providerText,
          outcome.errorClass,
          context.rules,
        );
        return {
          ...end('failed', errorClass, outcome.providerText, outcome.httpStatus),
          filedBy,
        };
      }
      return {
        ...stumble('queued', progress, outcome, context),
        serverErrors: progress.serverErrors + (outcome.resend === 'once' ? 1 : 0),
      };
  }
}

/** The same picture of a house model was there already. */
export function afterReuse(mediaId: string, reusedFromId: string): Move {
  return {
    to: 'succeeded',
    resultMediaId: mediaId,
    reusedFromId,
    nextActionAt: null,
    stumbles: 0,
    waitingReason: null,
  };
}

/** A row found in `sending` with nobody holding it: the process died between POST and answer. */
export function afterLostSubmit(): Move {
  return end('unknown', 'submit_unknown');
}

const recordIsGone = ({ submittedAt }: TryOnProgress, now: Date) =>
  submittedAt !== null && now.getTime() - submittedAt.getTime() >= RECORD_LIFE_MS;

/** A 404 is believed when it comes again and again: one alone may be a replica that lags behind. */
const GONE_TRIES = 4;

function afterGone(
  state: 'running' | 'saving',
  progress: TryOnProgress,
  { now, jitter }: StepContext,
): Move {
  if (recordIsGone(progress, now) || progress.stumbles >= GONE_TRIES) {
    return end('expired', 'result_expired', undefined, 404);
  }
  return {
    to: state,
    nextActionAt: later(now, backoffMs(progress.stumbles, jitter)),
    stumbles: progress.stumbles + 1,
    waitingReason: null,
    providerHttp: 404,
  };
}

export function afterStatus(
  outcome: StatusOutcome,
  progress: TryOnProgress,
  context: StepContext,
): Move {
  const { now, plan, jitter } = context;
  switch (outcome.kind) {
    case 'pending': {
      if (recordIsGone(progress, now)) return end('expired', 'result_expired');
      const elapsed = now.getTime() - (progress.submittedAt ?? now).getTime();
      return {
        to: 'running',
        providerStatus: outcome.providerStatus,
        pendingAt: now,
        nextActionAt: later(now, nextPollIn(elapsed, plan, jitter)),
        stumbles: 0,
        waitingReason: null,
      };
    }
    case 'completed':
      return {
        to: 'saving',
        completedAt: now,
        providerSeconds: outcome.providerSeconds,
        costMicros: Math.round((outcome.costUsd ?? PRICE_USD) * 1e6),
        providerStatus: 'COMPLETED',
        nextActionAt: now,
        stumbles: 0,
        waitingReason: null,
      };
    case 'failed':
      return fail(outcome, context);
    case 'gone':
      return afterGone('running', progress, context);
    case 'unavailable':
      if (recordIsGone(progress, now)) return end('expired', 'result_expired');
      return stumble('running', progress, outcome, context);
  }
}

export function afterSave(
  outcome: SaveOutcome,
  progress: TryOnProgress,
  context: StepContext,
): Move {
  const { now, jitter } = context;
  if (outcome.kind === 'saved') {
    return {
      to: 'succeeded',
      resultMediaId: outcome.mediaId,
      nextActionAt: null,
      stumbles: 0,
      waitingReason: null,
    };
  }
  if (outcome.kind === 'discarded') {
    return { to: 'succeeded', nextActionAt: null, stumbles: 0, waitingReason: null };
  }
  if (outcome.kind === 'gone') return afterGone('saving', progress, context);
  const unreadable = outcome.kind === 'unreadable' || outcome.kind === 'failed';
  if (recordIsGone(progress, now)) {
    const providerText = unreadable ? outcome.providerText : undefined;
    return end('expired', unreadable ? 'result_unreadable' : 'result_expired', providerText);
  }
  if (outcome.kind === 'unavailable') return stumble('saving', progress, outcome, context);
  // The provider said COMPLETED and the picture is paid for, so everything else is tried again to
  // the end of the record's hour.
  return {
    to: 'saving',
    nextActionAt: later(
      now,
      backoffMs(progress.stumbles, jitter, unreadable ? MAX_UNREADABLE_BACKOFF_MS : undefined),
    ),
    stumbles: progress.stumbles + 1,
    waitingReason: outcome.kind === 'storage_unavailable' ? 'storage_unavailable' : null,
    providerText: unreadable ? outcome.providerText : undefined,
  };
}
