// The network between the workers and the provider, with everything that can go wrong on one. It
// keeps its own notes of what it did to each submit, so that a lost answer has a known cause.
import http, {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export const networkFaults = [
  /** The connection is reset before the request is passed on. */
  'reset',
  /** Half of the request arrives, then both ends are torn. */
  'cut-request',
  /** The whole request arrives, the answer is never seen: nobody can know. */
  'cut-before-answer',
  /** The answer breaks off half-way. */
  'cut-answer',
  /** The answer comes 1 to 3 s later. */
  'delay',
  /** The answer comes in small pieces. */
  'drip',
  /** A gateway's error page instead of passing the request on. */
  'html',
  /** The request arrives; 10 MB of garbage come back under HTTP 200. */
  'garbage',
  /** The answer comes twice on one connection. */
  'repeat',
] as const;
export type NetworkFault = (typeof networkFaults)[number];

/** `broken`: the line failed by itself, which is a fault of the campaign. */
export type LineFault = NetworkFault | 'broken';

/** After these nobody can know whether a POST was accepted. */
export const ambiguousFaults: readonly LineFault[] = [
  'reset',
  'cut-request',
  'cut-before-answer',
  'cut-answer',
  'garbage',
  'broken',
];

export type CallKind = 'submit' | 'status' | 'result' | 'upload' | 'file' | 'other';

export interface SubmitNote {
  seed: number;
  at: number;
  fault: LineFault | null;
}

export interface FaultProxy {
  readonly port: number;
  /** Decides what happens to each call; replaced from round to round. */
  choose: (kind: CallKind) => NetworkFault | null;
  readonly submits: SubmitNote[];
  /** How often each fault was done, `refused` windows included. */
  readonly counts: Map<string, number>;
  /** Nobody listens for so long. */
  refuse(ms: number): Promise<void>;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const GARBAGE = Buffer.alloc(10 * 1024 * 1024, 'garbage ');

export async function openFaultProxy(port: number, targetPort: number): Promise<FaultProxy> {
  // Shorter than the provider keeps an idle connection, so that none is closed under a request.
  const agent = new http.Agent({ keepAlive: true, timeout: 20_000 });
  const submits: SubmitNote[] = [];
  const counts = new Map<string, number>();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const kind = kindOf(request.url ?? '/');
    const fault = proxy.choose(kind);
    if (fault) count(fault);
    const note =
      kind === 'submit'
        ? { seed: seedOf(body), at: Date.now(), fault: fault as LineFault | null }
        : null;
    if (note) submits.push(note);
    const { socket } = request;
    switch (fault) {
      case 'reset':
        socket.resetAndDestroy();
        return;
      case 'cut-request':
        await sendHalf(request, body, targetPort);
        socket.destroy();
        return;
      case 'html':
        response.writeHead(502, { 'content-type': 'text/html' });
        response.end('<html><body><h1>502 Bad Gateway</h1></body></html>');
        return;
    }
    const answer = await forward(request, body, targetPort, agent).catch(() => null);
    if (!answer) {
      count('broken');
      if (note) note.fault = 'broken';
      socket.destroy();
      return;
    }
    await deliver(answer, fault, request, response);
  }

  const listener = (request: IncomingMessage, response: ServerResponse) => {
    // A worker that is killed takes its end of the line with it.
    handle(request, response).catch(() => request.socket.destroy());
  };
  const server = http.createServer(listener);
  server.keepAliveTimeout = 65_000;
  const listen = () => new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const shut = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  await listen();

  const proxy: FaultProxy = {
    port,
    choose: () => null,
    submits,
    counts,
    async refuse(ms) {
      count('refused');
      await shut();
      await pause(ms);
      await listen();
    },
    async close() {
      agent.destroy();
      await shut();
    },
  };
  return proxy;
}

async function deliver(
  answer: Answer,
  fault: NetworkFault | null,
  { socket }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, body } = answer;
  const headers = { ...answer.headers, 'content-length': String(body.byteLength) };
  delete headers['transfer-encoding'];
  switch (fault) {
    case 'cut-before-answer':
      socket.destroy();
      return;
    case 'cut-answer':
      response.writeHead(status, headers);
      response.write(body.subarray(0, Math.floor(body.byteLength / 2)), () => socket.destroy());
      return;
    case 'delay':
      await pause(1_000 + Math.random() * 2_000);
      break;
    case 'drip': {
      response.writeHead(status, headers);
      const piece = Math.max(1, Math.ceil(body.byteLength / 12));
      for (let at = 0; at < body.byteLength; at += piece) {
        response.write(body.subarray(at, at + piece));
        await pause(80);
      }
      response.end();
      return;
    }
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(GARBAGE);
      return;
    case 'repeat': {
      const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      const whole = Buffer.concat([
        Buffer.from(`HTTP/1.1 ${status} OK\r\n${head.join('')}\r\n`),
        body,
      ]);
      socket.end(Buffer.concat([whole, whole]));
      return;
    }
  }
  response.writeHead(status, headers);
  response.end(body);
}

function forward(
  request: IncomingMessage,
  body: Buffer,
  port: number,
  agent: http.Agent,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onward = http.request(
      {
        host: '127.0.0.1',
        port,
        agent,
        method: request.method,
        path: request.url,
        headers: request.headers,
      },
      (answer) => {
        bodyOf(answer).then(
          (bytes) =>
            resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: bytes }),
          reject,
        );
      },
    );
    onward.on('error', reject);
    onward.end(body);
  });
}

/** The first half of the request as it came, head included, and then nothing more. */
function sendHalf(request: IncomingMessage, body: Buffer, port: number): Promise<void> {
  const { method, url, rawHeaders } = request;
  let head = `${method} ${url} HTTP/1.1\r\n`;
  for (let i = 0; i < rawHeaders.length; i += 2)
    head += `${rawHeaders[i]}: ${rawHeaders[i + 1]}\r\n`;
  const whole = Buffer.concat([Buffer.from(`${head}\r\n`), body]);
  const half = whole.subarray(
    0,
    body.byteLength > 0 ? whole.length - Math.ceil(body.byteLength / 2) : whole.length / 2,
  );
  return new Promise((resolve) => {
    const onward = net.connect(port, '127.0.0.1', () => {
      onward.write(half, () => onward.destroy());
    });
    onward.on('error', () => {});
    onward.on('close', () => resolve());
  });
}

async function bodyOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function kindOf(path: string): CallKind {
  if (path.startsWith('/v2/try-on-diffusion')) return 'submit';
  if (/^\/v2\/requests\/[^/]+\/status/.test(path)) return 'status';
  if (/^\/v[12]\/requests\//.test(path)) return 'result';
  if (path.includes('/upload-asset')) return 'upload';
  return path.startsWith('/generations/') ? 'file' : 'other';
}

function seedOf(body: Buffer): number {
  const parsed: unknown = JSON.parse(body.toString());
  const seed: unknown = typeof parsed === 'object' && parsed ? Reflect.get(parsed, 'seed') : null;
  return typeof seed === 'number' ? seed : Number.NaN;
}
