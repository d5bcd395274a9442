import fc from 'fast-check';
import { expect, it } from 'vitest';
import { learnLatency, publishedLatency } from './latency-distribution.ts';
import { planPolls } from './poll-plan.ts';
import { type ActiveState, isFinal, mayFollow, RECORD_LIFE_MS, type TryOnState } from './try-on.ts';
import { saveOutcome, statusOutcome, submitOutcome } from './try-on-outcomes.ts';
import {
  afterLostSubmit,
  afterSave,
  afterStatus,
  afterSubmit,
  type Move,
  type SubmitOutcome,
  type TryOnProgress,
} from './try-on-steps.ts';

/**
 * A row and three workers that claim it, take steps, die in the middle, come back too late and write
 * in any order. The rules of the repository (lease token, version, state) are played in memory; that
 * Postgres keeps them is shown by the integration tests and the fault campaign.
 */
const plan = planPolls(learnLatency([], publishedLatency), 0.1);

interface Row extends Omit<TryOnProgress, 'state'> {
  state: TryOnState;
  version: number;
  token: number | null;
  leaseIsOver: boolean;
}

interface Holder {
  row: Row & { state: ActiveState };
  token: number;
  /** What it has learned and not written yet. */
  move: Move | null;
}

class World {
  row: Row = {
    state: 'queued',
    version: 1,
    token: null,
    leaseIsOver: false,
    serverErrors: 0,
    stumbles: 0,
    providerStatus: null,
    submittedAt: null,
  };
  holders: (Holder | null)[] = [null, null, null];
  nowMs = 0;
  tokens = 0;
  /** POSTs that were accepted, or may have been. */
  paid = 0;
  answeredErrors = 0;
  settled = 0;
  states: TryOnState[] = ['queued'];

  claim(worker: number): void {
    const { row } = this;
    if (isFinal(row.state) || (row.token !== null && !row.leaseIsOver)) return;
    this.tokens += 1;
    row.token = this.tokens;
    row.leaseIsOver = false;
    this.holders[worker] = {
      row: { ...row, state: row.state as ActiveState },
      token: this.tokens,
      move: null,
    };
  }

  private mayWrite({ row, token }: Holder): boolean {
    const now = this.row;
    return now.token === token && now.version === row.version && now.state === row.state;
  }

  private write(holder: Holder, move: Move): void {
    if (!this.mayWrite(holder)) return;
    const { row } = this;
    expect(isFinal(row.state)).toBe(false);
    expect(move.to === row.state || mayFollow(row.state, move.to)).toBe(true);
    row.state = move.to;
    row.version += 1;
    row.stumbles = move.stumbles;
    row.serverErrors = move.serverErrors ?? row.serverErrors;
    row.submittedAt = move.submittedAt ?? row.submittedAt;
    row.token = null;
    this.states.push(move.to);
    if (isFinal(move.to)) this.settled += 1;
  }

  /** Learns what the provider says; the write comes later, or never. */
  step(worker: number, answers: Answers): void {
    const holder = this.holders[worker];
    if (!holder || holder.move) return;
    const context = { now: new Date(this.nowMs), plan, jitter: 0.5, rules: [] };
    const { row } = holder;
    switch (row.state) {
      case 'sending':
        holder.move = afterLostSubmit();
        return;
      case 'queued': {
        if (!this.mayWrite(holder)) return;
        this.row.state = row.state = 'sending' as ActiveState;
        this.row.version = row.version += 1;
        this.states.push('sending');
        this.post(answers.submit);
        holder.move = afterSubmit(answers.submit, row, context);
        return;
      }
      case 'running':
        holder.move = afterStatus(answers.status, row, context);
        return;
      case 'saving':
        holder.move = afterSave(answers.save, row, context);
    }
  }

  private post(outcome: SubmitOutcome): void {
    if (outcome.kind !== 'not_accepted') this.paid += 1;
    else if (outcome.resend === 'once') this.answeredErrors += 1;
  }

  flush(worker: number): void {
    const holder = this.holders[worker];
    if (holder?.move) this.write(holder, holder.move);
    this.holders[worker] = null;
  }

  die(worker: number): void {
    this.holders[worker] = null;
  }

  cancel(): void {
    if (this.row.state !== 'queued') return;
    this.row.state = 'cancelled';
    this.row.version += 1;
    this.row.token = null;
    this.states.push('cancelled');
    this.settled += 1;
  }
}

interface Answers {
  submit: Parameters<typeof afterSubmit>[0];
  status: Parameters<typeof afterStatus>[0];
  save: Parameters<typeof afterSave>[0];
}

const worker = fc.nat(2);
const answers = fc.record({ submit: submitOutcome, status: statusOutcome, save: saveOutcome });
const happening: fc.Arbitrary<(world: World) => void> = fc.oneof(
  { weight: 4, arbitrary: worker.map((w) => (world: World) => world.claim(w)) },
  {
    weight: 5,
    arbitrary: fc.tuple(worker, answers).map(
      ([w, a]) =>
        (world: World) =>
          world.step(w, a),
    ),
  },
  { weight: 4, arbitrary: worker.map((w) => (world: World) => world.flush(w)) },
  { weight: 1, arbitrary: worker.map((w) => (world: World) => world.die(w)) },
  {
    weight: 2,
    arbitrary: fc.constant((world: World) => {
      world.row.leaseIsOver = true;
    }),
  },
  { weight: 1, arbitrary: fc.constant((world: World) => world.cancel()) },
  {
    weight: 2,
    arbitrary: fc.nat(RECORD_LIFE_MS / 2).map((ms) => (world: World) => {
      world.nowMs += ms;
    }),
  },
);

it('whatever happens, in any order: one paid POST at most, one booking, and no way back', () => {
  fc.assert(
    fc.property(fc.array(happening, { minLength: 5, maxLength: 60 }), (happenings) => {
      const world = new World();
      for (const happens of happenings) {
        happens(world);
        expect(world.paid).toBeLessThanOrEqual(1);
        expect(world.answeredErrors).toBeLessThanOrEqual(2);
        expect(world.settled).toBe(isFinal(world.row.state) ? 1 : 0);
      }
      const ends = world.states.filter(isFinal);
      expect(ends.length).toBeLessThanOrEqual(1);
      if (ends.length === 1) expect(world.states.at(-1)).toBe(ends[0]);
    }),
    { numRuns: 10_000 },
  );
});

it('comes to an end within the hour, whoever dies, as long as somebody lives', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), answers, (happenings, last) => {
      const world = new World();
      for (const happens of happenings) happens(world);
      // From here on nobody dies, and the provider says the same thing for ever.
      const steady: Answers = { ...last, submit: { kind: 'accepted', requestId: 'r' } };
      for (let turn = 0; turn < 12 && !isFinal(world.row.state); turn += 1) {
        world.row.leaseIsOver = true;
        world.claim(0);
        world.step(0, steady);
        world.flush(0);
        world.nowMs += RECORD_LIFE_MS / 4;
      }
      expect(isFinal(world.row.state)).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});
