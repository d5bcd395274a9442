import type { Clock } from './clock.ts';
import type { Input } from './inputs.ts';
import type { InputRef, Store, Task } from './store.ts';

/** Longer values are kept beside the job's record. */
const LONGEST_IN_RECORD = 2048;
const RETRY_MS = 1000;

type DressTask = Extract<Task, { kind: 'dress' }>;

/** The pictures of a task, and the task as it is to be kept from now on. */
export type TaskPictures =
  | { ok: true; photo: Uint8Array; garment: Uint8Array; task: DressTask }
  | { ok: false; error: string; task: DressTask };

export interface TaskInputsOptions {
  clock: Clock;
  store: Store;
  /** Reads a picture for the origin the client used. */
  readInput(name: string, value: string, origin: string): Promise<Input>;
}

/** The pictures of jobs still to be dressed: as the client sent them, or already here. */
export function createTaskInputs({ clock, store, readInput }: TaskInputsOptions) {
  const { blobs } = store;
  const nameOf = (ref: InputRef): string | null => {
    if ('text' in ref) return ref.text;
    return 'bytes' in ref ? ref.bytes : null;
  };
  const eachName = (task: Task, visit: (name: string) => void) => {
    if (task.kind !== 'dress') return;
    for (const name of [nameOf(task.photo), nameOf(task.garment)]) {
      if (name !== null) visit(name);
    }
  };

  async function readRef(name: string, ref: InputRef, origin: string): Promise<Input> {
    if ('value' in ref) return readInput(name, ref.value, origin);
    const bytes = blobs.get(nameOf(ref) ?? '');
    if (!bytes) return { ok: false, error: `Reference media rejected: ${name} is gone.` };
    if ('bytes' in ref) return { ok: true, bytes };
    return readInput(name, Buffer.from(bytes).toString(), origin);
  }

  /** `patientUntil` is when a host that is not there is given up. */
  async function readPatiently(
    name: string,
    ref: InputRef,
    origin: string,
    patientUntil: number,
    signal: AbortSignal,
  ): Promise<Input> {
    let input = await readRef(name, ref, origin);
    while (!input.ok && input.unreachable && clock.now() < patientUntil && !signal.aborted) {
      await clock.wait(clock.now() + RETRY_MS, signal);
      input = await readRef(name, ref, origin);
    }
    return input;
  }

  /** What was downloaded need not be had again, nor be there still. */
  const kept = (ref: InputRef, input: Input): InputRef =>
    store.durable && input.ok && 'value' in ref && /^https?:/i.test(ref.value.trim())
      ? { bytes: blobs.put(input.bytes) }
      : ref;

  return {
    keep(value: string): InputRef {
      if (!store.durable || value.length <= LONGEST_IN_RECORD) return { value };
      return { text: blobs.put(Buffer.from(value)) };
    },
    hold: (task: Task) => eachName(task, blobs.hold),
    drop: (task: Task) => eachName(task, blobs.drop),

    async read(
      task: DressTask,
      origin: string,
      patientUntil: number,
      signal: AbortSignal,
    ): Promise<TaskPictures> {
      const [photo, garment] = await Promise.all([
        readPatiently('model_image', task.photo, origin, patientUntil, signal),
        readPatiently('cloth_image', task.garment, origin, patientUntil, signal),
      ]);
      const refs = { photo: kept(task.photo, photo), garment: kept(task.garment, garment) };
      const changed = refs.photo !== task.photo || refs.garment !== task.garment;
      const now = changed ? { ...task, ...refs } : task;
      if (!photo.ok) return { ok: false, error: photo.error, task: now };
      if (!garment.ok) return { ok: false, error: garment.error, task: now };
      return { ok: true, photo: photo.bytes, garment: garment.bytes, task: now };
    },
  };
}

export type TaskInputs = ReturnType<typeof createTaskInputs>;
