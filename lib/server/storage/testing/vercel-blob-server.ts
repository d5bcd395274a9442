import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getGlobalDispatcher, MockAgent, setGlobalDispatcher } from 'undici';

/**
 * The wire of Vercel Blob (API version 12) for tests, as far as our driver speaks it. The API part is
 * a local server that the SDK is pointed at with `VERCEL_BLOB_API_URL`; reads always go to the
 * store's own host, which the SDK's HTTP client is made to find here.
 */
export type BlobServer = {
  apiUrl: string;
  token: string;
  blobs: Map<string, StoredBlob>;
  /** What arrived, in order, without bodies. */
  requests: ReceivedRequest[];
  /** From now on every call is answered with this; `silence` means: not at all. */
  failWith(failure: { status: number; code: string } | 'silence' | null): void;
  close(): Promise<void>;
};

type StoredBlob = { bytes: Buffer; contentType: string; uploadedAt: string };
type ReceivedRequest = {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
};

const STORE = 'teststore';
const TOKEN = `vercel_blob_rw_${STORE}_secret`;
const ORIGIN = `https://${STORE}.private.blob.vercel-storage.com`;

export async function startBlobServer(): Promise<BlobServer> {
  const blobs = new Map<string, StoredBlob>();
  const uploads = new Map<string, Map<number, Buffer>>();
  const requests: ReceivedRequest[] = [];
  let failure: { status: number; code: string } | 'silence' | null = null;

  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const url = new URL(request.url ?? '/', 'http://local');
      const { method = '', headers } = request;
      requests.push({ method, path: `${url.pathname}${url.search}`, headers });
      if (failure === 'silence') return;
      if (failure) return answer(response, failure.status, problem(failure.code));
      if (headers.authorization !== `Bearer ${TOKEN}`) {
        return answer(response, 403, problem('forbidden'));
      }
      if (url.pathname === '/mpu') {
        return answer(response, ...takePart(blobs, uploads, url, headers, body));
      }
      answer(response, ...respond(blobs, method, url, headers, body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const previous = getGlobalDispatcher();
  const agent = new MockAgent();
  agent.disableNetConnect();
  agent.enableNetConnect(`127.0.0.1:${port}`);
  agent
    .get(ORIGIN)
    .intercept({ path: () => true, method: 'GET' })
    .reply((options) => {
      const headers = Object.fromEntries(new Headers(options.headers as HeadersInit));
      requests.push({ method: 'GET', path: `${ORIGIN}${options.path}`, headers });
      if (failure !== null && failure !== 'silence') {
        return { statusCode: failure.status, data: '' };
      }
      if (headers.authorization !== `Bearer ${TOKEN}`) return { statusCode: 403, data: '' };
      const blob = blobs.get(new URL(options.path, ORIGIN).pathname.slice(1));
      if (!blob) return { statusCode: 404, data: '' };
      return {
        statusCode: 200,
        data: blob.bytes,
        responseOptions: {
          headers: {
            'content-length': String(blob.bytes.length),
            'content-type': blob.contentType,
          },
        },
      };
    })
    .persist();
  setGlobalDispatcher(agent);

  return {
    apiUrl: `http://127.0.0.1:${port}`,
    token: TOKEN,
    blobs,
    requests,
    failWith(next) {
      failure = next;
    },
    async close() {
      setGlobalDispatcher(previous);
      await agent.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function respond(
  blobs: Map<string, StoredBlob>,
  method: string,
  url: URL,
  headers: IncomingMessage['headers'],
  body: Buffer,
): [number, object] {
  const pathname = url.searchParams.get('pathname');
  const wanted = url.searchParams.get('url');
  if (method === 'PUT' && pathname !== null) {
    if (headers['x-vercel-blob-access'] !== 'private') return [400, problem('bad_request')];
    if (blobs.has(pathname) && headers['x-allow-overwrite'] !== '1') {
      return [400, problem('bad_request', 'This blob already exists')];
    }
    const contentType = String(headers['x-content-type']);
    blobs.set(pathname, { bytes: body, contentType, uploadedAt: new Date().toISOString() });
    return [200, describeBlob(blobs, pathname)];
  }
  if (method === 'POST' && url.pathname === '/delete') {
    const { urls } = JSON.parse(body.toString()) as { urls: string[] };
    for (const key of urls) blobs.delete(key);
    return [200, {}];
  }
  if (method === 'GET' && wanted !== null) {
    return blobs.has(wanted)
      ? [200, describeBlob(blobs, wanted)]
      : [404, problem('not_found', 'The requested blob does not exist')];
  }
  if (method === 'GET') return [200, listBlobs(blobs, url.searchParams)];
  return [404, problem('not_found')];
}

/** An upload in parts: begun, sent one by one, and a blob only when it is completed. */
function takePart(
  blobs: Map<string, StoredBlob>,
  uploads: Map<string, Map<number, Buffer>>,
  url: URL,
  headers: IncomingMessage['headers'],
  body: Buffer,
): [number, object] {
  const pathname = url.searchParams.get('pathname') ?? '';
  const uploadId = String(headers['x-mpu-upload-id'] ?? '');
  switch (headers['x-mpu-action']) {
    case 'create': {
      const id = `upload-${uploads.size + 1}`;
      uploads.set(id, new Map());
      return [200, { uploadId: id, key: pathname }];
    }
    case 'upload': {
      const partNumber = Number(headers['x-mpu-part-number']);
      uploads.get(uploadId)?.set(partNumber, body);
      return [200, { etag: `"${partNumber}"` }];
    }
    case 'complete': {
      const named = JSON.parse(body.toString()) as { partNumber: number }[];
      const parts = named.map(({ partNumber }) => uploads.get(uploadId)?.get(partNumber));
      const bytes = Buffer.concat(parts.map((part) => part ?? Buffer.alloc(0)));
      const contentType = String(headers['x-content-type']);
      blobs.set(pathname, { bytes, contentType, uploadedAt: new Date().toISOString() });
      return [200, describeBlob(blobs, pathname)];
    }
    default:
      return [400, problem('bad_request')];
  }
}

function listBlobs(blobs: Map<string, StoredBlob>, query: URLSearchParams): object {
  const prefix = query.get('prefix') ?? '';
  const limit = Number(query.get('limit') ?? 1_000);
  const all = [...blobs.keys()].filter((key) => key.startsWith(prefix)).sort();
  const start = query.has('cursor') ? Number(query.get('cursor')) : 0;
  const hasMore = start + limit < all.length;
  return {
    blobs: all.slice(start, start + limit).map((key) => describeBlob(blobs, key)),
    hasMore,
    ...(hasMore ? { cursor: String(start + limit) } : {}),
  };
}

function describeBlob(blobs: Map<string, StoredBlob>, pathname: string): object {
  const blob = blobs.get(pathname);
  const url = `${ORIGIN}/${pathname}`;
  return {
    url,
    downloadUrl: `${url}?download=1`,
    pathname,
    size: blob?.bytes.length,
    contentType: blob?.contentType,
    contentDisposition: 'inline',
    cacheControl: 'private',
    uploadedAt: blob?.uploadedAt,
    etag: '"0"',
  };
}

function problem(code: string, message = code): object {
  return { error: { code, message } };
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
