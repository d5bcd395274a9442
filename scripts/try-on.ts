// `npm run try-on -- --photo me.jpg --garment <slug> --out look.jpg`: the whole flow from a terminal,
// as a guest of a running server. Exit code 0 only with a picture.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { runCommand } from './command.ts';
import { Problem } from './problem.ts';
import { say } from './progress.ts';
import { TryOnClient } from './try-on-client.ts';

const usage = `npm run try-on -- --photo me.jpg --garment <slug> --out look.jpg

  --photo FILE     a JPEG, PNG or WebP of one person
  --model SLUG     a house model instead of a photo
  --garment SLUG   the last part of a garment's address
  --out FILE       where the look goes (a JPEG)
  --url ORIGIN     where the fitting room runs (http://localhost:3000)
  --seed N         0 to 999999999999999; left out, one is drawn
  --steps N        20 to 100      --guidance N   1 to 25`;

const stageWords: Record<TryOnView['state'], string> = {
  queued: 'waiting in line',
  sending: 'sending',
  running: 'in the fitting room',
  saving: 'fetching the picture',
  succeeded: 'done',
  failed: 'failed',
  blocked: 'blocked',
  expired: 'expired',
  cancelled: 'cancelled',
  unknown: 'answer lost',
};

function parseOptions() {
  return parseArgs({
    options: {
      photo: { type: 'string' },
      model: { type: 'string' },
      garment: { type: 'string' },
      out: { type: 'string' },
      url: { type: 'string', default: 'http://localhost:3000' },
      seed: { type: 'string' },
      steps: { type: 'string' },
      guidance: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  }).values;
}

/** Paths are meant from where the command was called, which npm may have left. */
const fromCaller = (file: string) => path.resolve(process.env.INIT_CWD ?? '.', file);

function readOptions() {
  let values: ReturnType<typeof parseOptions>;
  try {
    values = parseOptions();
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : 'Bad option.'}\n\n${usage}`);
  }
  const { photo, model, garment, out, url } = values;
  if (values.help) return 'help' as const;
  if (!garment || !out || Boolean(photo) === Boolean(model)) {
    throw new Problem(`Give a garment, a place for the look, and a photo or a model.\n\n${usage}`);
  }
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Problem(`--url ${url} is not an address such as http://localhost:3000`);
  }
  const number = (name: 'seed' | 'steps' | 'guidance') => {
    const text = values[name];
    if (text === undefined) return undefined;
    if (!/^\d+(\.\d+)?$/.test(text)) throw new Problem(`--${name} ${text} is not a number.`);
    return Number(text);
  };
  return {
    photo,
    model,
    garment,
    out,
    url,
    parameters: { seed: number('seed'), steps: number('steps'), guidance: number('guidance') },
  };
}

/** One line that is written over on a terminal, and a line a stage anywhere else. */
function progressLine() {
  const startedAt = performance.now();
  const stages: { state: string; at: number }[] = [];
  const seconds = () => (performance.now() - startedAt) / 1000;
  const draw = () => {
    const state = stages.at(-1)?.state;
    if (state && process.stdout.isTTY) {
      process.stdout.write(`\r\x1b[K  ${state} … ${seconds().toFixed(1)} s`);
    }
  };
  const timer = setInterval(draw, 100);
  return {
    show(tryOn: TryOnView) {
      const waiting = 'waiting' in tryOn && tryOn.waiting ? ` (${tryOn.waiting})` : '';
      const state = `${stageWords[tryOn.state]}${waiting}`;
      if (stages.at(-1)?.state === state) return;
      stages.push({ state, at: seconds() });
      if (process.stdout.isTTY) draw();
      else say(`  ${seconds().toFixed(1).padStart(5)} s  ${state}`);
    },
    /** Stops, and gives the seconds that each stage took. */
    end(): string {
      clearInterval(timer);
      if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
      const took = stages.slice(0, -1).map(({ state, at }, i) => {
        const until = stages[i + 1]?.at ?? seconds();
        return `${state} ${(until - at).toFixed(2)} s`;
      });
      return `${took.join(' · ')} · together ${seconds().toFixed(2)} s`;
    },
  };
}

await runCommand(async () => {
  const options = readOptions();
  if (options === 'help') {
    say(usage);
    return 0;
  }
  const { photo, model, garment, out, url, parameters } = options;
  const bytes = photo ? await readPhoto(photo) : undefined;
  const client = new TryOnClient(url);
  await client.becomeGuest();
  const consent = await client.consent();
  if (bytes) say(`With this photo you agree: “${consent.text}”\n`);
  const subject = bytes
    ? { kind: 'photo' as const, photoId: await client.uploadPhoto(bytes, consent) }
    : { kind: 'house-model' as const, slug: model ?? '' };

  const line = progressLine();
  const submitted = await client.submit({ garment, subject, ...parameters });
  const ended = await client.follow(submitted, line.show);
  const timings = line.end();
  if (ended.state !== 'succeeded') {
    const words =
      'problem' in ended ? `${ended.problem.title}. ${ended.problem.advice}` : 'It was cancelled.';
    throw new Problem(`No look: ${words}\n${timings}`);
  }
  await writeFile(fromCaller(out), await client.download(ended.look.url));
  say(`The look is in ${out} (${ended.look.width}×${ended.look.height}, seed ${ended.seed}).`);
  say(timings);
  return 0;
});

async function readPhoto(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(fromCaller(file)));
  } catch {
    throw new Problem(`The photo ${file} cannot be read.`);
  }
}
