import { randomBytes, randomInt } from 'node:crypto';
import { type APIRequestContext, type APIResponse, expect } from '@playwright/test';
import type { SessionView } from '#lib/contracts/account.ts';
import type { PhotoView } from '#lib/contracts/photo.ts';
import type { SubmitTryOnBody, TryOnView } from '#lib/contracts/try-on.ts';
import { isFinal } from '#lib/domain/try-on.ts';
import { currentConsent } from '#lib/words/consent.ts';
import { demoAccounts } from '../prisma/demo-collection.ts';
import { type PictureFile, phonePhoto } from './testing/pictures.ts';

export interface Credentials {
  email: string;
  password: string;
}

export function newCredentials(): Credentials {
  const id = randomBytes(6).toString('hex');
  return { email: `e2e-${id}@fittingroom.test`, password: `curtain-${id}` };
}

export function demoAccount(role: 'SHOPPER' | 'MERCHANT' | 'ADMIN'): Credentials {
  const account = demoAccounts.find((one) => one.role === role);
  if (!account) throw new Error(`The demo has no ${role}.`);
  return account;
}

/** Whoever has no session yet is counted by address; each test's people come from another one. */
export const newAddress = () => ({
  'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`,
});

/** Somebody with a session in `request`, over the public API. */
export class Person {
  readonly request: APIRequestContext;
  private own: Credentials | null = null;

  constructor(request: APIRequestContext) {
    this.request = request;
  }

  async becomeGuest(): Promise<SessionView> {
    return answer(await this.request.post('/api/session/guest', { headers: newAddress() }));
  }

  async register(): Promise<void> {
    // As a guest first: whoever has a session is counted alone.
    await this.becomeGuest();
    const own = newCredentials();
    const data = { name: 'Robin Tester', ...own };
    await answer(await this.request.post('/api/account', { data, headers: newAddress() }));
    this.own = own;
  }

  get credentials(): Credentials {
    if (!this.own) throw new Error('This person has not registered.');
    return this.own;
  }

  async signIn({ email, password }: Credentials): Promise<void> {
    const { csrfToken } = await answer<{ csrfToken: string }>(
      await this.request.get('/api/auth/csrf'),
    );
    await answer(
      await this.request.post('/api/auth/callback/credentials', {
        form: { email, password, csrfToken, json: 'true' },
      }),
    );
  }

  /** Makes a link to a look, as soon as it is there. */
  async share(tryOn: TryOnView): Promise<{ id: string; url: string }> {
    const { id } = await this.ended(tryOn);
    return answer(await this.request.post(`/api/try-ons/${id}/share-links`, { data: { days: 7 } }));
  }

  async givePhoto(file?: PictureFile): Promise<PhotoView> {
    return answer(
      await this.request.post('/api/photos', {
        multipart: {
          file: file ?? (await phonePhoto()),
          consentVersion: currentConsent.version,
        },
      }),
    );
  }

  async submit(
    body: Partial<SubmitTryOnBody> & Pick<SubmitTryOnBody, 'subject'>,
  ): Promise<TryOnView> {
    const data = { garment: 'boxy-tee-white', ...body };
    return answer(await this.request.post('/api/try-ons', { data }));
  }

  submitOnModel(seed?: number): Promise<TryOnView> {
    return this.submit({ subject: { kind: 'house-model', slug: 'noor' }, seed });
  }

  async submitOnPhoto(seed?: number): Promise<TryOnView> {
    const { id: photoId } = await this.givePhoto();
    return this.submit({ subject: { kind: 'photo', photoId }, seed });
  }

  async status(id: string): Promise<TryOnView> {
    return answer(await this.request.get(`/api/try-ons/${id}`));
  }

  /** Asks as a browser does, with answers that are held, until nothing can change any more. */
  async ended(tryOn: TryOnView): Promise<TryOnView> {
    let latest = tryOn;
    while (!isFinal(latest.state)) {
      const { id, version } = latest;
      latest = await answer(
        await this.request.get(`/api/try-ons/${id}`, { params: { since: version, wait: 20 } }),
      );
    }
    return latest;
  }

  async tryOns(): Promise<TryOnView[]> {
    const list = await answer<{ items: TryOnView[] }>(await this.request.get('/api/try-ons'));
    return list.items;
  }
}

/** The JSON of an answer that must be a yes. */
export async function answer<T>(response: APIResponse): Promise<T> {
  expect(response.ok(), `${response.url()} said ${response.status()}`).toBe(true);
  return (await response.json()) as T;
}
