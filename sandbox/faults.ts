import {
  cutShort,
  drip,
  garbageJson,
  halfThePicture,
  hangUp,
  htmlPage,
  httpError,
  late,
  notFoundFile,
  outOfCredits,
  type Rewrite,
  rateLimited,
  tenMegabytes,
  withFields,
  withoutBytes,
  withStatus,
} from './answer-rewrites.ts';

/**
 * The faults that any client can order by its seed, and tests by their name.
 * A seed is 900000000000 followed by three digits: 0xx is what becomes of the job
 * and its answers, 4xx and 5xx is the HTTP status of the submit itself.
 */
export interface Fault {
  seed: number;
  name: string;
  /** What a client sees, one sentence for the documentation. */
  says: string;
  /** How the submit is answered, and whether a (billed) job exists behind it. */
  submit?: { rewrite: Rewrite; accepted: boolean };
  /** What becomes of the job; takes the place of dressing when it ends it. */
  job?: {
    /** Fails with this error. */
    fails?: { error: string | null };
    /** Takes exactly this long; Infinity never ends. */
    seconds?: number;
    /** Never gets past QUEUED. */
    stuck?: true;
    /** The record is gone: from the start, or once COMPLETED was told. */
    gone?: 'at-once' | 'once-completed';
  };
  /** Changes the first `times` status answers. */
  status?: { rewrite: Rewrite; times: number };
  /** Changes the first `times` result answers. */
  result?: { rewrite: Rewrite; times: number };
  /** Where and how a finished result carries its picture. */
  output?: OutputShape;
  /** How the finished picture's file is served. */
  file?: Rewrite;
}

export type OutputShape =
  | 'url'
  | 'images'
  | 'list'
  | 'data-uri'
  | 'base64'
  | 'image-base64'
  | 'missing'
  | 'null'
  | 'foreign-host'
  | 'redirect';

const BASE = 900_000_000_000_000;
const ALWAYS = Number.POSITIVE_INFINITY;

const refused = (number: number, name: string, says: string, rewrite: Rewrite): Fault => ({
  seed: BASE + number,
  name,
  says: `${says} No job exists.`,
  submit: { rewrite, accepted: false },
});

const lost = (number: number, name: string, says: string, rewrite: Rewrite): Fault => ({
  seed: BASE + number,
  name,
  says: `${says} The job was accepted and will be billed.`,
  submit: { rewrite, accepted: true },
});

const failing = (number: number, name: string, error: string | null, says: string): Fault => ({
  seed: BASE + number,
  name,
  says: error === null ? says : `${says} "${error}"`,
  job: { fails: { error } },
});

const timed = (number: number, name: string, says: string, job: Fault['job']): Fault => ({
  seed: BASE + number,
  name,
  says,
  job,
});

const onStatus = (
  number: number,
  name: string,
  says: string,
  rewrite: Rewrite,
  times: number = ALWAYS,
): Fault => ({ seed: BASE + number, name, says, status: { rewrite, times } });

const onResult = (
  number: number,
  name: string,
  says: string,
  rewrite: Rewrite,
  times: number = ALWAYS,
): Fault => ({ seed: BASE + number, name, says, result: { rewrite, times } });

const shaped = (number: number, name: string, says: string, output: OutputShape): Fault => ({
  seed: BASE + number,
  name,
  says,
  output,
});

const onFile = (number: number, name: string, says: string, file: Rewrite): Fault => ({
  seed: BASE + number,
  name,
  says,
  file,
});

export const FAULTS: readonly Fault[] = [
  failing(1, 'blocked', 'Request blocked by responsible AI (RAI) content policy.', 'FAILED:'),
  failing(2, 'no-person', 'No human detected', 'FAILED:'),
  failing(
    3,
    'invalid',
    'Validation error in TryOnDiffusionProcessor: category must be one of Upper body, Lower body, Dress',
    'FAILED:',
  ),
  failing(
    4,
    'unreadable',
    'Reference media rejected: model_image could not be read as an image.',
    'FAILED:',
  ),
  failing(5, 'crashed', 'Internal error during inference', 'FAILED:'),
  failing(6, 'nsfw', 'Output discarded: NSFW content detected by the safety filter.', 'FAILED:'),
  failing(7, 'content-type', 'Invalid content type', 'FAILED, and not a block:'),
  failing(8, 'failed-silently', null, 'FAILED with `error: null`.'),
  {
    ...failing(9, 'failed-200', 'No human detected', 'FAILED under HTTP 200 instead of 422:'),
    status: { rewrite: withStatus(200), times: ALWAYS },
    result: { rewrite: withStatus(200), times: ALWAYS },
  },

  lost(10, 'lost-accepted', 'The socket dies instead of an answer.', hangUp),
  refused(11, 'lost-refused', 'The socket dies instead of an answer.', hangUp),
  lost(12, 'cut-accepted', 'The answer breaks off half-way.', cutShort),
  lost(13, 'garbage-accepted', 'HTTP 200 with JSON that does not parse.', garbageJson),
  lost(
    14,
    'nameless-accepted',
    'HTTP 200 without `request_id`, `status_url` and `response_url`.',
    withFields(() => ({ request_id: undefined, status_url: undefined, response_url: undefined })),
  ),
  lost(15, 'huge-accepted', 'HTTP 200 with 10 MB of garbage.', tenMegabytes),
  lost(16, 'drip-accepted', 'The answer comes a byte a second.', drip(1)),
  lost(17, 'late-accepted', 'The answer comes after 60 s.', late(60)),
  lost(18, 'html-accepted', 'HTTP 200 with an HTML page.', htmlPage(200, 'OK')),
  lost(19, 'timeout-accepted', 'HTTP 504 from the gateway.', httpError(504, 'Request timed out')),

  timed(20, 'slow', 'Takes 60 s.', { seconds: 60 }),
  timed(21, 'never', 'Stays PROCESSING for ever.', { seconds: ALWAYS }),
  timed(22, 'stuck', 'Stays QUEUED for ever.', { seconds: ALWAYS, stuck: true }),
  timed(23, 'very-slow', 'Takes ten minutes.', { seconds: 600 }),
  timed(24, 'expired', 'COMPLETED once, then 404 for status and result.', {
    gone: 'once-completed',
  }),
  timed(25, 'forgotten', 'Accepted, and 404 from the first status call on.', { gone: 'at-once' }),
  timed(26, 'fast', 'Takes no time at all beyond the dressing.', { seconds: 0 }),

  onStatus(
    30,
    'unknown-word',
    'Two status answers say WARMING_UP, then it goes on as usual.',
    withFields(() => ({ status: 'WARMING_UP' })),
    2,
  ),
  onStatus(
    31,
    'unknown-word-always',
    'Every status answer says WARMING_UP.',
    withFields(() => ({ status: 'WARMING_UP' })),
  ),
  onStatus(
    32,
    'status-500',
    'Two status calls get HTTP 500.',
    httpError(500, 'Internal server error'),
    2,
  ),
  onStatus(33, 'status-429', 'Two status calls get HTTP 429 with its headers.', rateLimited, 2),
  onStatus(
    34,
    'status-html',
    'Two status calls get an HTML page with HTTP 502.',
    htmlPage(502, 'Bad Gateway'),
    2,
  ),
  onStatus(
    35,
    'status-garbage',
    'Two status answers are JSON that does not parse.',
    garbageJson,
    2,
  ),
  onStatus(36, 'status-lost', 'Two status calls lose their socket.', hangUp, 2),
  onStatus(37, 'status-drip', 'Status answers come a byte a second.', drip(1)),
  onStatus(
    38,
    'status-401',
    'Status calls get HTTP 401, as when a key is withdrawn meanwhile.',
    httpError(401, 'Unauthorized', {
      error_description: 'The API key was revoked.',
      status_code: 401,
    }),
  ),
  onStatus(39, 'status-huge', 'One status answer is 10 MB of garbage.', tenMegabytes, 1),

  onResult(
    40,
    'result-500',
    'Two result calls get HTTP 500.',
    httpError(500, 'Internal server error'),
    2,
  ),
  onResult(
    41,
    'result-404',
    'COMPLETED, but the result is 404.',
    httpError(404, 'Request not found or expired'),
  ),
  onResult(42, 'result-garbage', 'The result is JSON that does not parse.', garbageJson),
  onResult(43, 'result-lost', 'Two result calls lose their socket.', hangUp, 2),
  onResult(
    44,
    'result-late',
    'The first result answer still says PROCESSING, without a picture.',
    withFields(() => ({ status: 'PROCESSING', output: undefined })),
    1,
  ),
  onResult(
    45,
    'result-failed',
    'COMPLETED by its status, but the result is HTTP 422 FAILED.',
    httpError(422, 'Internal error during inference', {
      status: 'FAILED',
      metrics: { inference_time: 4.2 },
    }),
  ),

  shaped(50, 'no-output', 'COMPLETED without `output`.', 'missing'),
  shaped(51, 'null-output', 'COMPLETED with `output: null`.', 'null'),
  shaped(52, 'images', '`images: [{url}]` instead of `output`.', 'images'),
  shaped(53, 'list', '`output` is a list of one URL.', 'list'),
  shaped(54, 'data-uri', '`output` is a data URI.', 'data-uri'),
  shaped(55, 'base64', '`output` is bare base64.', 'base64'),
  shaped(56, 'image-base64', 'Bare base64 in `image` instead of `output`.', 'image-base64'),
  shaped(57, 'foreign-host', '`output` names a host that does not exist.', 'foreign-host'),
  shaped(58, 'redirect', '`output` answers with a redirect to the picture.', 'redirect'),

  onFile(60, 'file-404', 'The picture is 404.', notFoundFile),
  onFile(61, 'file-html', 'The picture is an HTML page with HTTP 200.', htmlPage(200, 'Sign in')),
  onFile(62, 'file-empty', 'The picture has no bytes.', withoutBytes),
  onFile(63, 'file-half', 'The picture is half a JPEG.', halfThePicture),
  onFile(64, 'file-cut', 'The download breaks off half-way.', cutShort),
  onFile(
    65,
    'file-huge',
    'The picture is 10 MB of garbage called image/jpeg.',
    (answer, context) => ({
      ...tenMegabytes(answer, context),
      headers: { 'content-type': 'image/jpeg' },
    }),
  ),
  onFile(66, 'file-drip', 'The picture comes a byte a second.', drip(1)),
  onFile(67, 'file-500', 'The picture is HTTP 500.', httpError(500, 'Internal server error')),

  refused(400, 'submit-400', 'HTTP 400.', httpError(400, 'Bad request: malformed parameters')),
  refused(
    401,
    'submit-401',
    'HTTP 401.',
    httpError(401, 'Unauthorized', {
      error_description: 'The API key was revoked.',
      status_code: 401,
    }),
  ),
  refused(402, 'out-of-credits', 'HTTP 402 in v2, 406 in v1.', outOfCredits),
  refused(
    403,
    'submit-403',
    'HTTP 403: the model is not allowed for this team.',
    httpError(403, 'Forbidden', {
      error_description: 'This model is not enabled for your team.',
      status_code: 403,
    }),
  ),
  refused(404, 'submit-404', 'HTTP 404: no such model.', httpError(404, 'Model not found')),
  refused(405, 'submit-405', 'HTTP 405 with an HTML page.', htmlPage(405, 'Method Not Allowed')),
  refused(
    406,
    'submit-406',
    'HTTP 406 for a refused value.',
    httpError(406, 'Value not acceptable: num_inference_steps'),
  ),
  refused(
    407,
    'spend-limit',
    'HTTP 406 for a spend limit.',
    httpError(406, 'Spend limit reached for this API key.'),
  ),
  refused(
    410,
    'submit-410',
    'HTTP 410: the model is retired.',
    httpError(410, 'This model has been retired.'),
  ),
  refused(
    422,
    'submit-422',
    'HTTP 422 at once.',
    httpError(422, 'Validation error in request body'),
  ),
  refused(429, 'rate-limited', 'HTTP 429 with a reset in 20 s.', rateLimited),
  refused(500, 'submit-500', 'HTTP 500.', httpError(500, 'Internal server error')),
  refused(502, 'submit-502', 'HTTP 502.', httpError(502, 'Service temporarily unavailable')),
  refused(503, 'submit-503', 'HTTP 503.', httpError(503, 'Service temporarily unavailable')),
  refused(504, 'submit-504', 'HTTP 504.', httpError(504, 'Request timed out')),
  refused(520, 'submit-html', 'HTTP 502 with an HTML page.', htmlPage(502, 'Bad Gateway')),
];

const bySeed = new Map(FAULTS.map((fault) => [fault.seed, fault]));
const byName = new Map(FAULTS.map((fault) => [fault.name, fault]));

export const faultOfSeed = (seed: unknown): Fault | undefined =>
  typeof seed === 'number' ? bySeed.get(seed) : undefined;

export const faultNamed = (name: string): Fault | undefined => byName.get(name);
