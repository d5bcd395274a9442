import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Account, createAccounts, fingerprintOf, type RateStanding } from './accounts.ts';
import { type Answer, bytesAnswer, deliver, type JsonObject, jsonAnswer } from './answer.ts';
import { rateHeaders, rateLimited } from './answer-rewrites.ts';
import { type Clock, createClock } from './clock.ts';
import { createControl, mayControl } from './control.ts';
import { createFileCalls } from './file-calls.ts';
import { createFiles } from './files.ts';
import { createInputs } from './inputs.ts';
import { createJobs, type Dresser } from './jobs.ts';
import { type Latency, PROVIDER_LATENCY } from './latency.ts';
import { type Call, createReceived, digestOf, withoutPictures } from './received.ts';
import { isJson, readJsonObject } from './request-body.ts';
import { callKindOf, MODEL, matchRoute, type Route } from './routes.ts';
import { createScript } from './script.ts';
import { createMemoryStore, type Store } from './store.ts';
import { createTaskInputs } from './task-inputs.ts';
import { createTryOnCalls } from './try-on-calls.ts';
import { errorAnswer, keyMissing, keyWrong, methodNotAllowed } from './wire.ts';

/** Any client may know it: the key of a sandbox protects nothing. */
export const DEFAULT_KEY = 'SG_0123456789abcdef';

export interface SandboxOptions {
  dresser: Dresser;
  clock?: Clock;
  /** Accepted values of `x-api-key`, each with its own credits and rate window. */
  keys?: readonly string[];
  latency?: Latency;
  /** Submits a minute and key; 0 means no limit. */
  rpm?: number;
  /** Whether status and result calls count against `rpm`; the provider's habit is not known. */
  countPolls?: boolean;
  /** Balance of each key in US dollars. */
  credits?: number;
  /** Price of a finished picture in US dollars. */
  price?: number;
  /** Origin for the URLs in answers; by default the one the client used. */
  publicUrl?: string;
  /** Whether `/__sandbox/…` answers. */
  control?: boolean;
  /** Uniform in [0, 1); draws latencies and the seeds of requests without one. */
  random?: () => number;
  /** Limits on the pictures fetched from clients' URLs. */
  inputs?: { fetch?: typeof fetch; timeout?: number; maxBytes?: number };
  /** Where jobs, balances and files are kept; by default in memory. It is closed with the server. */
  store?: Store;
  /** Uploads and results kept, in bytes. */
  maxFileBytes?: number;
  /** Called with one short line a request: no keys, no addresses of pictures, no bodies. */
  log?: (line: string) => void;
}

interface Exchange {
  route: Route;
  request: IncomingMessage;
  query: URLSearchParams;
  origin: string;
  /** What is known of the call so far; completed as it is handled. */
  call: Call;
}

/** A server that speaks Segmind's wire for the Try-On Diffusion model. */
export function createSandbox(options: SandboxOptions) {
  const clock = options.clock ?? createClock();
  const store = options.store ?? createMemoryStore();
  const stopped = new AbortController();
  const report = (error: unknown) =>
    options.log?.(`failed: ${error instanceof Error ? error.message : 'unknown error'}`);
  const accounts = createAccounts({
    clock,
    keys: options.keys ?? [DEFAULT_KEY],
    credits: options.credits ?? 10,
    price: options.price ?? 0.01108,
    rpm: options.rpm ?? 50,
  });
  const files = createFiles({
    clock,
    maxBytes: options.maxFileBytes ?? 512 * 1024 * 1024,
    store,
  });
  let listening = '';
  const ownOrigins = (origin: string) => [origin, options.publicUrl, listening];
  const readInput = createInputs({
    fetch: options.inputs?.fetch ?? fetch,
    timeout: options.inputs?.timeout ?? 10_000,
    maxBytes: options.inputs?.maxBytes ?? 20 * 1024 * 1024,
    ownFile(url, origin) {
      if (!ownOrigins(origin).includes(url.origin)) return 'not-ours';
      return files.find(url.pathname) ?? 'gone';
    },
  });
  const jobs = createJobs({
    clock,
    accounts,
    files,
    dresser: options.dresser,
    latency: options.latency ?? PROVIDER_LATENCY,
    random: options.random ?? Math.random,
    inputs: createTaskInputs({ clock, store, readInput }),
    store,
    report,
  });
  const script = createScript();
  const received = createReceived();
  const tryOns = createTryOnCalls({ clock, accounts, files, jobs, script });
  const fileCalls = createFileCalls({ files, clock, store });
  const control = createControl({ clock, accounts, files, jobs, script, received, store });

  function originOf(request: IncomingMessage): string {
    if (options.publicUrl) return options.publicUrl;
    const host = request.headers.host ?? '';
    return /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host) ? `http://${host}` : listening;
  }

  /** The account behind the key, or the answer that refuses it. */
  function authenticate(request: IncomingMessage): Account | Answer {
    const key = request.headers['x-api-key'];
    // A Bearer token is no substitute: the provider refuses it as if no key were there.
    if (typeof key !== 'string' || key === '') return keyMissing();
    return accounts.find(key) ?? keyWrong();
  }

  const limited = (standing: RateStanding): Answer => ({
    ...rateLimited(jsonAnswer(429, {}), { version: 2, now: clock.now() }),
    headers: {
      'content-type': 'application/json',
      ...rateHeaders(standing.remaining, standing.resetAt),
    },
  });

  function scripted(stage: 'credits' | 'upload' | 'file', answer: Answer): Answer {
    const step = script.take(stage);
    return step.kind === 'answer' ? step.rewrite(answer, { version: 2, now: clock.now() }) : answer;
  }

  /** Runs `handle` with the request's JSON object, or refuses the body. */
  async function withBody(
    { request, call }: Exchange,
    handle: (body: JsonObject) => Answer | Promise<Answer>,
  ): Promise<Answer> {
    if (!isJson(request)) return errorAnswer(406, 'Invalid content type');
    const body = await readJsonObject(request);
    switch (body.kind) {
      case 'object':
        call.bodyDigest = digestOf(body.raw);
        return handle(body.value);
      case 'malformed':
        call.bodyDigest = digestOf(body.raw);
        return errorAnswer(400, 'Malformed request body: expected a JSON object');
      case 'too-large':
        return errorAnswer(413, 'Request body too large');
      case 'aborted':
        return errorAnswer(400, 'Request body ended early');
    }
  }

  async function submit(
    exchange: Exchange,
    account: Account,
    route: Route & { kind: 'submit' },
  ): Promise<Answer> {
    const { call, origin } = exchange;
    call.version = route.version;
    if (route.model !== MODEL) return errorAnswer(404, `Model not found: ${route.model}`);
    const standing = accounts.takeCall(account);
    if (!standing.allowed) return limited(standing);
    const answer = await withBody(exchange, async (body) => {
      call.body = withoutPictures(body);
      const outcome = await tryOns.submit(route.version, account, body, origin);
      call.requestId = outcome.requestId;
      return outcome.answer;
    });
    const headers = { ...rateHeaders(standing.remaining, standing.resetAt), ...answer.headers };
    return { ...answer, headers };
  }

  function poll(
    { call, origin }: Exchange,
    account: Account,
    route: Route & { kind: 'status' | 'result' },
  ): Answer {
    if (options.countPolls) {
      const standing = accounts.takeCall(account);
      if (!standing.allowed) return limited(standing);
    }
    const { answer, requestId } = tryOns[route.kind](account, route.id, origin);
    call.requestId = requestId;
    return answer;
  }

  async function steer(exchange: Exchange, route: Route & { kind: 'control' }): Promise<Answer> {
    const { request, query } = exchange;
    // Whoever may not steer learns nothing, not even that there is something to steer.
    if (options.control === false || !mayControl(request)) return errorAnswer(404, 'Not found');
    const method = request.method ?? 'GET';
    if (method !== 'POST' || request.headers['content-length'] === '0') {
      return control(method, route.path, query, {});
    }
    return withBody(exchange, (body) => control(method, route.path, query, body));
  }

  async function answerTo(exchange: Exchange): Promise<Answer> {
    const { route, request, origin } = exchange;
    switch (route.kind) {
      case 'home':
        return bytesAnswer(200, 'text/plain; charset=utf-8', 'Segmind sandbox: try-on-diffusion\n');
      case 'unknown':
        return errorAnswer(404, 'Not found');
      case 'control':
        return steer(exchange, route);
      case 'file':
        return scripted('file', fileCalls.file(route.path));
      default: {
        const account = authenticate(request);
        if ('delivery' in account) return account;
        switch (route.kind) {
          case 'submit':
            return submit(exchange, account, route);
          case 'status':
          case 'result':
            return poll(exchange, account, route);
          case 'credits':
            return scripted(
              'credits',
              jsonAnswer(200, { credits: account.credits, 'free-credits': 0 }),
            );
          case 'upload':
            return scripted(
              'upload',
              await withBody(exchange, (body) => fileCalls.upload(body, origin)),
            );
        }
      }
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const started = performance.now();
    const url = urlOf(request.url ?? '/');
    const match = matchRoute(method, url.pathname);
    const route: Route = match.kind === 'route' ? match.route : { kind: 'unknown' };
    const key = request.headers['x-api-key'];
    const call: Call = {
      kind: callKindOf(route),
      at: clock.now(),
      method,
      version: null,
      status: 0,
      requestId: null,
      key: typeof key === 'string' && key !== '' ? fingerprintOf(key) : null,
      body: null,
      bodyDigest: null,
    };
    let answer: Answer;
    if (match.kind === 'method-not-allowed') {
      answer = methodNotAllowed(match.allow);
    } else {
      const exchange = { route, request, query: url.searchParams, origin: originOf(request), call };
      answer = await answerTo(exchange);
    }
    call.status = answer.delivery.kind === 'hang-up' ? 0 : answer.status;
    if (route.kind !== 'control') received.add(call);
    options.log?.(
      `${method} ${route.kind} ${call.status} ${Math.round(performance.now() - started)} ms`,
    );
    await deliver(response, answer, clock, stopped.signal);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      report(error);
      if (response.headersSent) response.destroy();
      else
        response
          .writeHead(500, { 'content-type': 'application/json' })
          .end('{"error":"Internal server error"}');
    });
  });
  // Longer than clients keep idle connections, so that none is closed under a new request.
  server.keepAliveTimeout = 65_000;

  /** Takes up what the store kept. Only once the own address is known: pictures may lie there. */
  function takeUp(): void {
    const kept = store.kept();
    clock.advance(Math.max(0, kept.clockOffset - clock.offset()));
    accounts.restore(kept.accounts);
    files.restore(kept.files);
    jobs.restore(kept.jobs);
    store.tidy();
  }

  return {
    /** The fault script, the record of calls and the reset, without HTTP in between. */
    script,
    received,
    clock,
    /** Resolves with the origin it can be reached under; port 0 takes a free one. */
    async listen(port: number, host = '127.0.0.1'): Promise<{ url: string; port: number }> {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      const address = server.address();
      const actual = isAddressInfo(address) ? address.port : port;
      const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
      listening = `http://${name.includes(':') ? `[${name}]` : name}:${actual}`;
      takeUp();
      return { url: listening, port: actual };
    },
    /** Ends every connection and the dresser. */
    async close(): Promise<void> {
      stopped.abort();
      jobs.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await options.dresser.close();
      await store.close();
    },
  };
}

export type Sandbox = ReturnType<typeof createSandbox>;

const isAddressInfo = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === 'object' && address !== null;

/** A target that begins with a slash is a path, also when it begins with two. */
function urlOf(target: string): URL {
  const text = target.startsWith('/') ? `http://sandbox${target}` : target;
  return URL.canParse(text, 'http://sandbox')
    ? new URL(text, 'http://sandbox')
    : new URL('http://sandbox/invalid');
}
