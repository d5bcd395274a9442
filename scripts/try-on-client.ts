// A guest of a running fitting room, over its public HTTP API: what a browser does, without one.
import { photoView } from '#lib/contracts/photo.ts';
import { problemDetails } from '#lib/contracts/problem.ts';
import { type ConsentView, consentView } from '#lib/contracts/settings.ts';
import { type SubmitTryOnBody, type TryOnView, tryOnView } from '#lib/contracts/try-on.ts';
import { isFinal } from '#lib/domain/try-on.ts';
import { Problem } from './problem.ts';

const HELD_SECONDS = 20;

export class TryOnClient {
  private readonly origin: string;
  private readonly cookies = new Map<string, string>();

  constructor(origin: string) {
    this.origin = origin.replace(/\/+$/, '');
  }

  /** @throws Problem with the server's own sentence, or that it cannot be reached. */
  private async call(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    let response: Response;
    try {
      response = await fetch(new URL(path, this.origin), { ...init, headers });
    } catch {
      throw new Problem(
        `Nothing answers at ${this.origin}. Is it running? Start it with npm start, or say where it is with --url.`,
      );
    }
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const split = pair.indexOf('=');
      this.cookies.set(pair.slice(0, split), pair.slice(split + 1));
    }
    if (response.ok || response.status === 304) return response;
    const told = problemDetails.safeParse(await response.json().catch(() => null));
    throw new Problem(
      told.success
        ? (told.data.detail ?? told.data.title)
        : `${this.origin} answered HTTP ${response.status}; is that a fitting room?`,
    );
  }

  private json(path: string, body: unknown, headers: Record<string, string> = {}) {
    return this.call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  async becomeGuest(): Promise<void> {
    await this.json('/api/session/guest', {});
  }

  /** What whoever sends a photo agrees to. */
  async consent(): Promise<ConsentView> {
    return consentView.parse(await (await this.call('/api/consent')).json());
  }

  /** @returns the photo's id. */
  async uploadPhoto(bytes: Uint8Array<ArrayBuffer>, { version }: ConsentView): Promise<string> {
    const form = new FormData();
    form.set('file', new Blob([bytes]));
    form.set('consentVersion', version);
    const response = await this.call('/api/photos', { method: 'POST', body: form });
    return photoView.parse(await response.json()).id;
  }

  async submit(body: SubmitTryOnBody): Promise<TryOnView> {
    const key = crypto.randomUUID();
    const response = await this.json('/api/try-ons', body, { 'idempotency-key': key });
    return tryOnView.parse(await response.json());
  }

  /** Follows it to its end; a server that is away for a moment is waited for. */
  async follow(first: TryOnView, onChange: (tryOn: TryOnView) => void): Promise<TryOnView> {
    let tryOn = first;
    onChange(tryOn);
    let failures = 0;
    while (!isFinal(tryOn.state)) {
      try {
        const path = `/api/try-ons/${tryOn.id}?since=${tryOn.version}&wait=${HELD_SECONDS}`;
        tryOn = tryOnView.parse(await (await this.call(path)).json());
        failures = 0;
        onChange(tryOn);
      } catch (error) {
        failures += 1;
        if (failures > 10) throw error;
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
    return tryOn;
  }

  async download(path: string): Promise<Uint8Array> {
    return (await this.call(path)).bytes();
  }
}
