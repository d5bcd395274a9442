import { type Json, type JsonObject, jsonAnswer } from './answer.ts';
import { hangUp, type Rewrite } from './answer-rewrites.ts';
import { type Fault, faultNamed } from './faults.ts';

export const STAGES = ['submit', 'status', 'result', 'credits', 'upload', 'file'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * What the next call of a stage gets: nothing special; for a submit, a fault of the
 * table with all that follows from it; or a changed answer, which for a submit has a
 * job behind it only when it is `accepted`.
 */
export type Step =
  | { kind: 'ok' }
  | { kind: 'fault'; fault: Fault }
  | { kind: 'answer'; rewrite: Rewrite; accepted: boolean };

/** A step, and whose: only a call about a try-on that was sent with this seed takes it. */
interface LaidOut {
  step: Step;
  seed?: number;
}

const noSteps = (): Record<Stage, LaidOut[]> => ({
  submit: [],
  status: [],
  result: [],
  credits: [],
  upload: [],
  file: [],
});

/**
 * Sequences of answers that tests lay out beforehand; each call takes the next step of its stage
 * that is not for another seed.
 */
export function createScript() {
  let steps = noSteps();
  return {
    take(stage: Stage, ofSeed?: Json): Step {
      const at = steps[stage].findIndex(({ seed }) => seed === undefined || seed === ofSeed);
      const [taken] = at < 0 ? [] : steps[stage].splice(at, 1);
      return taken?.step ?? { kind: 'ok' };
    },
    left: (): JsonObject => Object.fromEntries(STAGES.map((stage) => [stage, steps[stage].length])),
    /**
     * Appends a list of steps for each stage named: `"ok"`, a fault's name,
     * `{fault, times?}`, `{http, body?, headers?, accepted?, times?}` or
     * `{drop: true, accepted?, times?}`, for submit, status and result also with `seed`.
     * Returns the reason when it is malformed; then nothing was appended.
     */
    append(plan: JsonObject): string | null {
      const parsed: [Stage, LaidOut[]][] = [];
      for (const [stage, list] of Object.entries(plan)) {
        const known = STAGES.find((name) => name === stage);
        if (!known) return `"${stage}" is not one of ${STAGES.join(', ')}.`;
        if (!Array.isArray(list)) return `"${stage}" must be a list.`;
        const all: LaidOut[] = [];
        for (const entry of list) {
          const step = parseStep(known, entry);
          if (typeof step === 'string') return step;
          all.push(...step);
        }
        parsed.push([known, all]);
      }
      for (const [stage, all] of parsed) steps[stage].push(...all);
      return null;
    },
    clear() {
      steps = noSteps();
    },
  };
}

export type Script = ReturnType<typeof createScript>;

const isSeed = (value: Json): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const SEEDED: readonly Stage[] = ['submit', 'status', 'result'];

function parseStep(stage: Stage, entry: Json): LaidOut[] | string {
  if (typeof entry === 'string') return parseStep(stage, { fault: entry });
  if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) {
    return `A step of "${stage}" must be a name or an object.`;
  }
  const times = entry.times ?? 1;
  if (typeof times !== 'number' || !Number.isInteger(times) || times < 1 || times > 10_000) {
    return '"times" must be a whole number from 1 to 10000.';
  }
  const { seed } = entry;
  if (seed !== undefined && !SEEDED.includes(stage)) {
    return `"seed" is for ${SEEDED.join(', ')} only.`;
  }
  if (seed !== undefined && !isSeed(seed)) return '"seed" must be a whole number from 0.';
  const step = chooseStep(stage, entry);
  return typeof step === 'string' ? step : Array.from({ length: times }, () => ({ step, seed }));
}

function chooseStep(stage: Stage, entry: JsonObject): Step | string {
  const accepted = entry.accepted === true;
  if (entry.drop === true) return { kind: 'answer', rewrite: hangUp, accepted };
  return entry.http === undefined
    ? namedStep(stage, entry.fault)
    : httpStep(entry, entry.http, accepted);
}

function namedStep(stage: Stage, name: Json | undefined): Step | string {
  if (name === 'ok') return { kind: 'ok' };
  const fault = typeof name === 'string' ? faultNamed(name) : undefined;
  if (!fault) return `There is no fault named ${JSON.stringify(name ?? null)}.`;
  if (stage === 'submit') return { kind: 'fault', fault };
  const rewrite = rewriteFor(stage, fault);
  if (!rewrite) return `"${fault.name}" cannot be a fault of ${stage} calls.`;
  return { kind: 'answer', rewrite, accepted: false };
}

function rewriteFor(stage: Exclude<Stage, 'submit'>, fault: Fault): Rewrite | undefined {
  switch (stage) {
    case 'status':
    case 'result':
      return fault[stage]?.rewrite;
    case 'file':
      return fault.file;
    case 'credits':
    case 'upload':
      return undefined;
  }
}

function httpStep(entry: JsonObject, http: Json, accepted: boolean): Step | string {
  if (typeof http !== 'number' || !Number.isInteger(http) || http < 200 || http > 599) {
    return '"http" must be a status from 200 to 599.';
  }
  const body =
    entry.body === undefined ? { error: `Scripted answer ${http}` } : asObject(entry.body);
  if (!body) return '"body" must be an object.';
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(asObject(entry.headers) ?? {})) {
    headers[name] = String(value);
  }
  return { kind: 'answer', rewrite: () => jsonAnswer(http, body, headers), accepted };
}

const asObject = (value: Json | undefined): JsonObject | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
