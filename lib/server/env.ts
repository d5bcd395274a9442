import 'server-only';
import { z } from 'zod';

/**
 * The only reader of `process.env`. Read on first use and again at start (instrumentation, worker),
 * so that a wrong value stops the process with a sentence before it serves anybody.
 *
 * `npm start` and `npm test` set FITTING_ROOM_LAUNCHER and bring everything that is required.
 * Started in any other way the rules are strict: see `strictProblems`.
 */

const flag = z
  .enum(['0', '1', ''])
  .default('')
  .transform((value) => value === '1');
const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

const items = (text: string) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);

const schema = z.object({
  FITTING_ROOM_LAUNCHER: flag,
  FITTING_ROOM_DATA: z.string().default('.data'),
  DATABASE_URL: z.string().min(1, 'Give the address of a PostgreSQL database: postgres://…'),
  NEXTAUTH_URL: z.url('Give the public address of this server, for example https://shop.example.'),
  /** How many proxies stand in front; by default one where the public address says that TLS ends at one. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).optional(),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, 'Give at least 32 random characters, for example from `openssl rand -base64 32`.'),
  SEGMIND_API_KEY: z.string().min(1, 'Give the key of your Segmind account.'),
  SEGMIND_BASE_URL: z.url().default('https://api.segmind.com'),
  /** Where pictures are uploaded; by default the provider's upload host, or the base URL when that is another's. */
  SEGMIND_ASSET_URL: z.url().optional(),
  SEGMIND_RPM: z.coerce.number().int().min(1).max(100_000).default(5),
  SEGMIND_OUTPUT_HOSTS: z
    .string()
    .default('images.segmind.com,segmind-*.s3.amazonaws.com')
    .transform(items),
  /** Median milliseconds of a try-on, believed until our own are measured. */
  SEGMIND_LATENCY_MS: z.coerce.number().int().min(1).max(600_000).optional(),
  SEGMIND_IS_SANDBOX: flag,
  ALLOW_SANDBOX: flag,
  BLOB_READ_WRITE_TOKEN: optional,
  /** `host:port` of hosts beside this server that an import may fetch pictures from. */
  IMPORT_PRIVATE_HOSTS: z.string().default('').transform(items),
  WORKER: z.enum(['inline', 'off']).default('inline'),
  /** Next's own switch: set, the process ends when our worker has finished, not before. */
  NEXT_MANUAL_SIG_HANDLE: z
    .string()
    .optional()
    .transform((value) => Boolean(value)),
  /** Only for the fault campaign: `point:n` kills the process the n-th time that it passes there. */
  CRASH_AT: optional.transform((value) => {
    if (!value) return undefined;
    const [point = '', pass = '1'] = value.split(':');
    return { point, pass: Math.max(1, Number(pass) || 1) };
  }),
  /** Only for the fault campaign: how long a worker holds a row that it does not renew. */
  LEASE_SECONDS: z.coerce.number().min(1).max(300).optional(),
  LONG_POLL_SECONDS: z.coerce.number().min(0).max(55).default(25),
  CRON_SECRET: optional,
  /** Opens `/api/metrics`. */
  METRICS_TOKEN: optional,
  /** `host:port` of hosts beside this server that alerts may be sent to. */
  ALERT_PRIVATE_HOSTS: z.string().default('').transform(items),
  SMTP_URL: optional,
  MAIL_FROM: z.string().default('Fitting Room <no-reply@localhost>'),
  GOOGLE_CLIENT_ID: optional,
  GOOGLE_CLIENT_SECRET: optional,
  GITHUB_CLIENT_ID: optional,
  GITHUB_CLIENT_SECRET: optional,
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

export type Env = z.infer<typeof schema>;

/** What a laptop may do and a server on the internet may not. */
function strictProblems(env: Env): string[] {
  if (env.FITTING_ROOM_LAUNCHER) return [];
  const problems: string[] = [];
  if (/change|secret|example|password/i.test(env.NEXTAUTH_SECRET)) {
    problems.push('NEXTAUTH_SECRET: this is a default. Make one with `openssl rand -base64 32`.');
  }
  if (env.SEGMIND_IS_SANDBOX && !env.ALLOW_SANDBOX) {
    problems.push(
      'SEGMIND_IS_SANDBOX: the sandbox makes simulated pictures. Set SEGMIND_API_KEY to a real key, or ALLOW_SANDBOX=1 for a demonstration.',
    );
  }
  if (env.CRASH_AT) {
    problems.push('CRASH_AT: this kills the server on purpose and is for the fault campaign only.');
  }
  if (env.LEASE_SECONDS) {
    problems.push('LEASE_SECONDS: other leases than the usual are for the fault campaign only.');
  }
  if (!env.ALLOW_SANDBOX && isLocal(env.NEXTAUTH_URL)) {
    problems.push(
      'NEXTAUTH_URL: this address is only known on this machine. Give the one that people use.',
    );
  }
  return problems;
}

const isLocal = (origin: string) =>
  /^(localhost|127\.|0\.0\.0\.0|\[::1?\]$)/.test(new URL(origin).hostname);

/** @throws Error naming every variable that is missing or wrong, and what to do. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  const problems = parsed.success
    ? strictProblems(parsed.data)
    : parsed.error.issues.map((issue) => {
        const name = issue.path.join('.');
        const missing = given[name] === undefined ? 'is not set. ' : '';
        const advice = schema.shape[name as keyof Env];
        return `${name}: ${missing}${missing && advice ? adviceFor(advice) : issue.message}`;
      });
  if (problems.length > 0) {
    throw new Error(
      `The configuration is not complete:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
  }
  if (!parsed.success) throw parsed.error;
  return parsed.data;
}

/** The message that a wrong value would get also says what to give when there is none. */
function adviceFor(field: z.ZodType): string {
  const issue = field.safeParse('').error?.issues[0];
  return issue?.message ?? '';
}

let cached: Env | undefined;

export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

/** Read apart from the rest, since there must be a log to say that the rest is wrong. */
export function logLevel(): Env['LOG_LEVEL'] {
  return schema.shape.LOG_LEVEL.catch('info').parse(process.env.LOG_LEVEL || undefined);
}

/** The development server. */
export const isDevelopment = (): boolean => process.env.NODE_ENV === 'development';
