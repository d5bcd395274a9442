import { parseArgs } from 'node:util';
import { type Latency, NO_LATENCY, PROVIDER_LATENCY } from './latency.ts';

/** What the command line asks for. */
export interface CommandOptions {
  port: number;
  host: string;
  keys: string[] | undefined;
  latency: Latency;
  rpm: number;
  countPolls: boolean;
  credits: number;
  price: number;
  publicUrl: string | undefined;
  control: boolean;
  threads: number;
  /** Answer a stored picture instead of dressing: a file, or the plain one. */
  stored: { file: string | undefined } | null;
  /** Dress the same photo in the same garment only once. */
  dressOnce: boolean;
  /** Folder to keep everything in; without it, memory. */
  data: string | undefined;
  verbose: boolean;
}

export const HELP = `The Segmind sandbox: a local stand-in for the Try-On Diffusion API that really dresses people.

Usage: node sandbox/main.ts [options]

  --port <number>            Port to listen on; 0 takes a free one.           [4010]
  --host <address>           Address to listen on.                            [127.0.0.1]
  --key <key>                A key to accept; may be given more than once.    [SG_0123456789abcdef]
  --public-url <origin>      Origin for the URLs in answers.                  [the one the client used]

  --latency-mean <seconds>   Mean time of a job.                              [${PROVIDER_LATENCY.mean}]
  --latency-sigma <number>   Spread of the times (sigma of the log-normal).   [${PROVIDER_LATENCY.sigma}]
  --instant                  No latency beyond the dressing itself.
  --stored                   Answer a plain stored picture instead of dressing.
  --stored-picture <file>    The same with a JPEG of your own.
  --dress-once               The same photo in the same garment is one picture, whatever the seed.
  --threads <number>         Threads that dress.                              [1]

  --rpm <number>             Submits a minute and key; 0 means no limit.      [50]
  --count-polls              Count status and result calls against --rpm too.
  --credits <usd>            Balance of each key.                             [10]
  --price <usd>              Price of a finished picture.                     [0.01108]

  --data <folder>            Keep jobs, balances and pictures there over a restart.  [in memory]

  --no-control               Turn off /__sandbox/… (it answers this machine only).
  --verbose                  One short line for each request.
  --help                     This text.

Point a client at http://127.0.0.1:4010 (the vendor's Python SDK: base_url="http://127.0.0.1:4010/v1").
Seeds that order faults, the control calls and the limits are listed in sandbox/README.md.
`;

export type Parsed =
  | { kind: 'run'; options: CommandOptions }
  | { kind: 'help' }
  | { kind: 'wrong'; message: string };

export function parseOptions(args: readonly string[]): Parsed {
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        port: { type: 'string', default: '4010' },
        host: { type: 'string', default: '127.0.0.1' },
        key: { type: 'string', multiple: true },
        'public-url': { type: 'string' },
        'latency-mean': { type: 'string', default: String(PROVIDER_LATENCY.mean) },
        'latency-sigma': { type: 'string', default: String(PROVIDER_LATENCY.sigma) },
        instant: { type: 'boolean', default: false },
        stored: { type: 'boolean', default: false },
        'stored-picture': { type: 'string' },
        'dress-once': { type: 'boolean', default: false },
        threads: { type: 'string', default: '1' },
        rpm: { type: 'string', default: '50' },
        'count-polls': { type: 'boolean', default: false },
        credits: { type: 'string', default: '10' },
        price: { type: 'string', default: '0.01108' },
        data: { type: 'string' },
        'no-control': { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    const file = values['stored-picture'];
    return {
      kind: 'run',
      options: {
        port: whole('--port', values.port, 0, 65_535),
        host: values.host,
        keys: values.key,
        latency: values.instant
          ? NO_LATENCY
          : {
              mean: amount('--latency-mean', values['latency-mean']),
              sigma: amount('--latency-sigma', values['latency-sigma']),
            },
        rpm: whole('--rpm', values.rpm, 0, 1_000_000),
        countPolls: values['count-polls'],
        credits: amount('--credits', values.credits),
        price: amount('--price', values.price),
        publicUrl: originOf(values['public-url']),
        control: !values['no-control'],
        threads: whole('--threads', values.threads, 1, 64),
        stored: values.stored || file !== undefined ? { file } : null,
        dressOnce: values['dress-once'],
        data: values.data,
        verbose: values.verbose,
      },
    };
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
}

function amount(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) {
    throw new Error(`${name} must be a number, 0 or more; got "${text}".`);
  }
  return value;
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most) {
    throw new Error(`${name} must be a whole number from ${least} to ${most}; got "${text}".`);
  }
  return value;
}

function originOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new Error(`--public-url must be an http(s) address; got "${text}".`);
  }
  return new URL(text).origin;
}
