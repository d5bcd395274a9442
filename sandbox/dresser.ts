import { Worker } from 'node:worker_threads';
import sharp from 'sharp';
import type { WorkerAnswer, WorkerJob } from './dresser-worker.ts';
import type { Category } from './dressing/dress.ts';
import type { RgbaImage } from './dressing/image.ts';

export type { Category } from './dressing/dress.ts';

export interface DresserRequest {
  /** JPEG, PNG or WebP. */
  photo: Uint8Array;
  garment: Uint8Array;
  category: Category;
  seed: number;
}

export type DresserAnswer =
  | { ok: true; jpeg: Uint8Array; width: number; height: number }
  | { ok: false; error: string };

export interface Dresser {
  /** Never throws: what goes wrong is worded as the provider words it. */
  dress(request: DresserRequest): Promise<DresserAnswer>;
  close(): Promise<void>;
}

const WIDTH = 768;
const HEIGHT = 1024;
const FORMATS = new Set(['jpeg', 'png', 'webp']);

class Rejected extends Error {}

/** The size a picture is worked on: 768×1024 for 3:4, else as many pixels in its own proportions. */
function workingSize(width: number, height: number): { width: number; height: number } {
  if (Math.abs(width / height / (WIDTH / HEIGHT) - 1) < 0.012)
    return { width: WIDTH, height: HEIGHT };
  const scale = Math.min(
    Math.sqrt((WIDTH * HEIGHT) / (width * height)),
    1536 / Math.max(width, height),
  );
  return {
    width: Math.max(16, Math.round(width * scale)),
    height: Math.max(16, Math.round(height * scale)),
  };
}

async function decode(bytes: Uint8Array, what: string): Promise<RgbaImage> {
  try {
    const input = sharp(bytes, { limitInputPixels: 40e6, failOn: 'error' });
    const meta = await input.metadata();
    if (!FORMATS.has(meta.format ?? '')) throw new Error(`unsupported format ${meta.format}`);
    const turned = (meta.orientation ?? 1) >= 5;
    const width = (turned ? meta.height : meta.width) ?? 0;
    const height = (turned ? meta.width : meta.height) ?? 0;
    if (Math.min(width, height) < 64) throw new Error(`too small (${width}x${height})`);
    if (Math.max(width, height) > 6 * Math.min(width, height))
      throw new Error('too long and narrow');
    const size = workingSize(width, height);
    const { data } = await input
      .rotate()
      .resize(size.width, size.height, { fit: 'fill' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    // Copied out of sharp's memory: the buffer is handed over to the worker thread.
    return { ...size, data: new Uint8ClampedArray(data) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new Rejected(`Reference media rejected: ${what} could not be read (${reason})`);
  }
}

interface Pending {
  job: WorkerJob;
  settle: (answer: WorkerAnswer) => void;
}

/** One thread that works off one job after the other and is started anew when it dies. */
class Hand {
  busy: Pending | null = null;
  private worker: Worker | null = null;
  private closing = false;
  private readonly script: URL;
  private readonly onFree: () => void;

  constructor(script: URL, onFree: () => void) {
    this.script = script;
    this.onFree = onFree;
  }

  start(pending: Pending): void {
    this.busy = pending;
    const { photo, garment } = pending.job;
    const worker = this.thread();
    // An idle thread must not keep a finished process alive; a working one must.
    worker.ref();
    worker.postMessage(pending.job, [
      photo.data.buffer as ArrayBuffer,
      garment.data.buffer as ArrayBuffer,
    ]);
  }

  async close(): Promise<void> {
    this.closing = true;
    await this.worker?.terminate();
  }

  private thread(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(this.script);
    let failure = 'the worker stopped';
    worker.on('message', (answer: WorkerAnswer) => this.finish(answer));
    worker.on('error', (error) => {
      failure = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', () => {
      this.worker = null;
      const id = this.busy?.job.id;
      if (id !== undefined) this.finish({ id, kind: 'failed', message: failure });
    });
    this.worker = worker;
    return worker;
  }

  private finish(answer: WorkerAnswer): void {
    const pending = this.busy;
    if (!pending || pending.job.id !== answer.id) return;
    this.busy = null;
    this.worker?.unref();
    pending.settle(answer);
    if (!this.closing) this.onFree();
  }
}

/**
 * Decodes, dresses and encodes pictures off the event loop. `threads` are started when first
 * needed, with about 0.3 s for the body model; each takes about a second a picture.
 */
export function createDresser({
  threads = 1,
  script = new URL('./dresser-worker.ts', import.meta.url),
}: {
  threads?: number;
  script?: URL;
} = {}): Dresser {
  const queue: Pending[] = [];
  let closed = false;
  let lastId = 0;

  const next = (): void => {
    for (const hand of hands) {
      if (hand.busy) continue;
      const pending = queue.shift();
      if (!pending) return;
      hand.start(pending);
    }
  };
  const hands = Array.from({ length: Math.max(1, threads) }, () => new Hand(script, () => next()));

  const run = (job: Omit<WorkerJob, 'id'>): Promise<WorkerAnswer> =>
    new Promise((settle) => {
      const id = ++lastId;
      if (closed) settle({ id, kind: 'failed', message: 'the dresser is closed' });
      else {
        queue.push({ job: { ...job, id }, settle });
        next();
      }
    });

  return {
    async dress({ photo, garment, category, seed }) {
      try {
        const [person, cloth] = await Promise.all([
          decode(photo, 'the photo'),
          decode(garment, 'the garment'),
        ]);
        const answer = await run({ photo: person, garment: cloth, category, seed });
        if (answer.kind === 'nobody') return { ok: false, error: 'No human detected' };
        if (answer.kind === 'failed')
          return { ok: false, error: `Inference failed: ${answer.message}` };
        const { width, height, data } = answer.picture;
        const jpeg = await sharp(data, { raw: { width, height, channels: 4 } })
          .removeAlpha()
          .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
          .toBuffer();
        return { ok: true, jpeg, width, height };
      } catch (error) {
        if (error instanceof Rejected) return { ok: false, error: error.message };
        return { ok: false, error: `Inference failed: ${String(error)}` };
      }
    },
    async close() {
      closed = true;
      for (const { job, settle } of queue.splice(0)) {
        settle({ id: job.id, kind: 'failed', message: 'the dresser is closed' });
      }
      await Promise.all(hands.map((hand) => hand.close()));
    },
  };
}
