import { sniffImage } from './files.ts';

/** The bytes of a picture a client named, or why they could not be had (in the provider's words). */
export type Input =
  | { ok: true; bytes: Uint8Array }
  /** `unreachable` when the host was not there at all, which may pass. */
  | { ok: false; error: string; unreachable?: true };

export interface InputsOptions {
  fetch: typeof fetch;
  /** Milliseconds for one picture, redirects included. */
  timeout: number;
  /** Largest picture in bytes. */
  maxBytes: number;
  /** The bytes behind one of the sandbox's own URLs, so that no request to itself is needed. */
  ownFile(url: URL, origin: string): { bytes: Uint8Array } | 'gone' | 'not-ours';
}

/** The shortest bare base64 taken for a picture; anything shorter is a mistyped URL. */
const SHORTEST_BASE64 = 64;

const rejected = (name: string, why: string) => ({
  ok: false as const,
  error: `Reference media rejected: ${name} ${why}`,
});

/**
 * Reads `model_image` and `cloth_image` as the provider does: http(s) URLs are
 * fetched. Data URIs and bare base64 are taken too: v1 integrations send both,
 * though the page speaks of URIs only.
 */
export function createInputs(options: InputsOptions) {
  const check = (name: string, bytes: Uint8Array): Input => {
    if (bytes.byteLength > options.maxBytes) return tooLarge(name);
    return sniffImage(bytes) ? { ok: true, bytes } : rejected(name, 'is not a valid image.');
  };
  const tooLarge = (name: string): Input =>
    rejected(name, `is larger than ${Math.round(options.maxBytes / 1024 / 1024)} MB.`);

  async function download(name: string, url: URL, origin: string): Promise<Input> {
    const own = options.ownFile(url, origin);
    if (own === 'gone') return rejected(name, 'could not be downloaded (HTTP 404).');
    if (own !== 'not-ours') return check(name, own.bytes);
    const timeout = AbortSignal.timeout(options.timeout);
    try {
      const response = await options.fetch(url, { signal: timeout });
      if (!response.ok) {
        await response.body?.cancel();
        return rejected(name, `could not be downloaded (HTTP ${response.status}).`);
      }
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of response.body ?? []) {
        size += chunk.byteLength;
        // Leaving the loop cancels the download.
        if (size > options.maxBytes) return tooLarge(name);
        chunks.push(chunk);
      }
      return check(name, Buffer.concat(chunks));
    } catch {
      if (timeout.aborted) return rejected(name, 'could not be downloaded in time.');
      return { ...rejected(name, 'could not be downloaded.'), unreachable: true };
    }
  }

  /** `name` is the field, for the error text; `origin` is where the client reached this server. */
  return async function read(name: string, value: string, origin: string): Promise<Input> {
    const text = value.trim();
    if (text.startsWith('data:')) {
      const bytes = decodeDataUri(text);
      return bytes ? check(name, bytes) : rejected(name, 'is not a valid data URI.');
    }
    if (/^https?:\/\//i.test(text)) {
      return URL.canParse(text)
        ? download(name, new URL(text), origin)
        : rejected(name, 'is not a valid URL.');
    }
    if (text.length >= SHORTEST_BASE64 && isBase64(text)) {
      return check(name, Buffer.from(text, 'base64'));
    }
    return rejected(name, 'is not a valid URL.');
  };
}

const isBase64 = (text: string) => /^[A-Za-z0-9+/]+={0,2}$/.test(text);

/** The bytes of a base64 data URI, or null when it is not one. */
export function decodeDataUri(uri: string): Uint8Array | null {
  const comma = uri.indexOf(',');
  if (comma < 0 || !/^data:[^,]*;base64$/i.test(uri.slice(0, comma))) return null;
  const text = uri.slice(comma + 1);
  return isBase64(text) ? Buffer.from(text, 'base64') : null;
}
