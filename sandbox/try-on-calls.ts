import type { Account, Accounts } from './accounts.ts';
import { type Answer, bytesAnswer, type JsonObject, jsonAnswer } from './answer.ts';
import { outOfCredits, type Rewrite } from './answer-rewrites.ts';
import type { Clock } from './clock.ts';
import { type Fault, faultOfSeed } from './faults.ts';
import type { Files } from './files.ts';
import type { Job } from './job.ts';
import type { Jobs } from './jobs.ts';
import type { Script, Step } from './script.ts';
import { validateTryOn } from './validation.ts';
import {
  completedBody,
  errorAnswer,
  failedAnswer,
  openBody,
  requestUnknown,
  statusAnswer,
  submitBody,
} from './wire.ts';

/** How long a sync call may take before its gateway gives up; the real figure is not known. */
const SYNC_TIMEOUT_MS = 120_000;

export interface TryOnCallsOptions {
  clock: Clock;
  accounts: Accounts;
  files: Files;
  jobs: Jobs;
  script: Script;
}

/** A call's answer and the job it was about. */
export interface JobAnswer {
  answer: Answer;
  requestId: string | null;
}

/** The calls about try-ons, behind authentication and the rate limit. */
export function createTryOnCalls(options: TryOnCallsOptions) {
  const { clock, accounts, files, jobs, script } = options;

  const rewritten = (rewrite: Rewrite | undefined, answer: Answer, version: 1 | 2): Answer =>
    rewrite ? rewrite(answer, { version, now: clock.now() }) : answer;

  const pictureOf = (job: Job): Uint8Array =>
    (job.settled?.path ? files.find(job.settled.path)?.bytes : undefined) ?? new Uint8Array();

  const spent = (account: Account) => ({ 'x-remaining-credits': String(account.credits) });

  const generationTime = (job: Job) => ({
    'x-generation-time': String(job.settled?.metrics.inference_time ?? 0),
  });

  async function syncAnswer(job: Job): Promise<Answer> {
    const impatience = new AbortController();
    await Promise.race([
      job.ended,
      clock.wait(job.submittedAt + SYNC_TIMEOUT_MS, impatience.signal),
    ]);
    impatience.abort();
    if (!job.settled) return errorAnswer(504, 'Request timed out');
    if (job.settled.path === null) {
      // What v1 answers for a failed inference is not known; v2's 422 is the nearest fact.
      return jsonAnswer(422, { error: job.settled.error });
    }
    const headers = { ...spent(job.account), ...generationTime(job) };
    const picture = pictureOf(job);
    if (job.base64) {
      return jsonAnswer(200, { image: Buffer.from(picture).toString('base64') }, headers);
    }
    const answer = bytesAnswer(200, 'image/jpeg', picture, headers);
    return rewritten(job.fault?.file, answer, 1);
  }

  /** The result as it is when nothing interferes. */
  function resultAnswer(origin: string, job: Job): Answer {
    const state = jobs.state(job);
    switch (state) {
      case 'QUEUED':
      case 'PROCESSING':
        return jsonAnswer(200, openBody(origin, job, state));
      case 'FAILED':
        return failedAnswer(job);
      case 'COMPLETED': {
        const shape = job.fault?.output ?? (job.base64 ? 'data-uri' : 'url');
        const url = `${origin}${job.settled?.path ?? '/generations/gone.jpeg'}`;
        const body = completedBody(job, shape, url, () => pictureOf(job));
        return jsonAnswer(200, body, { ...spent(job.account), ...generationTime(job) });
      }
    }
  }

  const scripted = (step: Step): Rewrite | undefined =>
    step.kind === 'answer' ? step.rewrite : undefined;

  const isGone = (job: Job): boolean =>
    job.fault?.job?.gone === 'at-once' ||
    (job.fault?.job?.gone === 'once-completed' && job.toldCompleted);

  return {
    async submit(
      version: 1 | 2,
      account: Account,
      body: JsonObject,
      origin: string,
    ): Promise<JobAnswer> {
      const step = script.take('submit', body.seed);
      const nothing = jsonAnswer(200, {});
      if (step.kind === 'answer' && !step.accepted) {
        return { answer: rewritten(step.rewrite, nothing, version), requestId: null };
      }
      const fault: Fault | undefined = step.kind === 'fault' ? step.fault : faultOfSeed(body.seed);
      if (fault?.submit && !fault.submit.accepted) {
        return { answer: rewritten(fault.submit.rewrite, nothing, version), requestId: null };
      }
      // An expired job holds no credits back any more.
      jobs.sweep();
      if (!accounts.canAfford(account)) {
        return { answer: rewritten(outOfCredits, nothing, version), requestId: null };
      }
      const request = validateTryOn(body);
      if (version === 1 && !request.ok) {
        return { answer: errorAnswer(request.status, request.error), requestId: null };
      }
      const job = jobs.submit(account, request, fault, origin);
      const answer =
        version === 1
          ? await syncAnswer(job)
          : jsonAnswer(200, submitBody(origin, job.id), spent(account));
      const rewrite = scripted(step) ?? fault?.submit?.rewrite;
      return { answer: rewritten(rewrite, answer, version), requestId: job.id };
    },

    status(account: Account, id: string, origin: string): JobAnswer {
      const job = jobs.find(id, account);
      const step = script.take('status', job?.seed);
      if (!job || isGone(job)) return { answer: requestUnknown(), requestId: job?.id ?? null };
      job.statusCalls += 1;
      const fault = job.fault?.status;
      const own = fault && job.statusCalls <= fault.times ? fault.rewrite : undefined;
      const state = jobs.state(job);
      if (state === 'COMPLETED') job.toldCompleted = true;
      jobs.noteCall(job);
      const answer = statusAnswer(origin, job, state);
      return { answer: rewritten(scripted(step) ?? own, answer, 2), requestId: job.id };
    },

    result(account: Account, id: string, origin: string): JobAnswer {
      const job = jobs.find(id, account);
      const step = script.take('result', job?.seed);
      if (!job || isGone(job)) return { answer: requestUnknown(), requestId: job?.id ?? null };
      job.resultCalls += 1;
      jobs.noteCall(job);
      const fault = job.fault?.result;
      const own = fault && job.resultCalls <= fault.times ? fault.rewrite : undefined;
      const answer = resultAnswer(origin, job);
      return { answer: rewritten(scripted(step) ?? own, answer, 2), requestId: job.id };
    },
  };
}

export type TryOnCalls = ReturnType<typeof createTryOnCalls>;
