// People in a real browser, each with an account and a saved photo of her own.
import { randomBytes } from 'node:crypto';
import { type APIResponse, type Browser, chromium, type Page } from '@playwright/test';
import type { PhotoView } from '#lib/contracts/photo.ts';
import { currentConsent } from '#lib/words/consent.ts';
import { chooseWords, lookWords, roomWords } from '#lib/words/try-on.ts';
import { ensureBrowser } from '../scripts/browser.ts';
import type { Life } from '../scripts/command.ts';
import { givenEnv } from '../scripts/local-env.ts';
import { sentPhoto } from './sent-photo.ts';

/** All in milliseconds since the epoch. */
export interface Asked {
  clickedAt: number;
  /** When the browser sent the try-on off. */
  sentAt: number;
}

export interface SeenLook {
  tryOnId: string;
  /** When the status answer that told of it had arrived. */
  answeredAt: number;
  pictureAskedAt: number;
  pictureArrivedAt: number;
  decodedAt: number;
}

declare global {
  interface Window {
    clickedAt: number;
    tellLook: (look: SeenLook) => Promise<void>;
  }
}

/** Longer than any latency that is drawn. */
const LOOK_WITHIN_MS = 60_000;
let arrived = 0;

export async function openBrowser(life: Life): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(givenEnv(), { withoutWindows: false }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  life.cleanUp(() => browser.close());
  return browser;
}

export class Shopper {
  private readonly page: Page;
  private told: ((look: SeenLook) => void) | undefined;
  private sentAt = Number.NaN;

  private constructor(page: Page) {
    this.page = page;
    page.on('request', (request) => {
      if (request.method() !== 'POST' || new URL(request.url()).pathname !== '/api/try-ons') return;
      // Its own times come with its end.
      void request.response().then(() => {
        this.sentAt = request.timing().startTime;
      });
    });
  }

  /** Each from an address of her own (the server runs behind one proxy): there are limits for each. */
  static async arrive(browser: Browser, url: string): Promise<Shopper> {
    arrived += 1;
    const extraHTTPHeaders = { 'x-forwarded-for': `10.1.0.${arrived}` };
    const context = await browser.newContext({ baseURL: url, extraHTTPHeaders });
    await context.addInitScript(watchPage, {
      room: roomWords.region,
      who: 'the person in your photo',
    });
    const page = await context.newPage();
    const shopper = new Shopper(page);
    await context.exposeBinding('tellLook', (_, look: SeenLook) => shopper.told?.(look));
    const post = async (path: string, options: Parameters<typeof page.request.post>[1]) =>
      accepted(await page.request.post(path, options));
    await post('/api/session/guest', {});
    const id = randomBytes(6).toString('hex');
    const email = `bench-${id}@fittingroom.test`;
    await post('/api/account', { data: { name: 'Robin', email, password: `curtain-${id}` } });
    const { version: consentVersion } = currentConsent;
    const file = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await sentPhoto() };
    const answer = await post('/api/photos', { multipart: { file, consentVersion } });
    const { id: photoId } = (await answer.json()) as PhotoView;
    if (!photoId) throw new Error('The photo was not saved.');
    return shopper;
  }

  /** To the button that sends her photo off with a garment. */
  async enterRoom(garment: string): Promise<void> {
    await this.page.goto(`/garments/${garment}`, { waitUntil: 'networkidle' });
    const enter = this.page.getByRole('button', { name: roomWords.enter, exact: true });
    // It does nothing before React has come to it.
    await this.page.waitForFunction(
      (button) => Object.keys(button ?? {}).some((key) => key.startsWith('__reactProps')),
      await enter.elementHandle(),
    );
    await enter.click();
    await this.page.getByRole('radio', { name: chooseWords.savedPhoto(1) }).check();
  }

  /** Presses “Try it on”. */
  ask(): Promise<{ asked: Asked; look: SeenLook }> {
    return this.press(chooseWords.submit);
  }

  /** Another picture of the same, from the look that she sees. */
  askAgain(): Promise<{ asked: Asked; look: SeenLook }> {
    return this.press(lookWords.anotherTake);
  }

  leave(): Promise<void> {
    return this.page.context().close();
  }

  private async press(name: string) {
    const look = new Promise<SeenLook>((resolve, reject) => {
      const tooLate = setTimeout(() => reject(new Error('No look came.')), LOOK_WITHIN_MS);
      this.told = (seen) => {
        clearTimeout(tooLate);
        resolve(seen);
      };
    });
    // It is waited for below; a press that fails is told of first.
    look.catch(() => {});
    await this.page.getByRole('button', { name, exact: true }).click();
    const seen = await look;
    const clickedAt = await this.page.evaluate(() => window.clickedAt);
    return { asked: { clickedAt, sentAt: this.sentAt }, look: seen };
  }
}

/** Runs in the page: notes when a button is pressed, and when a look can be seen. */
function watchPage({ room, who }: { room: string; who: string }): void {
  performance.setResourceTimingBufferSize(5_000);
  const sinceEpoch = (at: number) => Date.now() - performance.now() + at;
  addEventListener('click', ({ timeStamp }) => (window.clickedAt = sinceEpoch(timeStamp)), true);

  const tell = (picture: HTMLImageElement) => {
    const decodedAt = Date.now();
    const tryOnId = new URL(location.href).searchParams.get('try-on') ?? '';
    const fetched = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const own = fetched.findLast(({ name }) => name === picture.currentSrc);
    const status = fetched.findLast(
      ({ name }) => new URL(name).pathname === `/api/try-ons/${tryOnId}`,
    );
    void window.tellLook({
      tryOnId,
      answeredAt: sinceEpoch(status?.responseEnd ?? Number.NaN),
      pictureAskedAt: sinceEpoch(own?.startTime ?? Number.NaN),
      pictureArrivedAt: sinceEpoch(own?.responseEnd ?? Number.NaN),
      decodedAt,
    });
  };
  let last: string | null = null;
  new MutationObserver(() => {
    const picture = document.querySelector<HTMLImageElement>(
      `[aria-label="${room}"] img[alt$="${who}"]`,
    );
    if (!picture || picture.src === last) return;
    last = picture.src;
    void picture.decode().then(() => tell(picture));
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['src'],
  });
}

async function accepted(answer: APIResponse): Promise<APIResponse> {
  if (!answer.ok()) throw new Error(`${answer.url()}: ${answer.status()} ${await answer.text()}`);
  return answer;
}
