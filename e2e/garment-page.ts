import { expect, type Locator, type Page } from '@playwright/test';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { consentWords } from '#lib/words/consent.ts';
import type { PictureFile } from './testing/pictures.ts';

/** With the sandbox's real dressing, on a machine that is busy with the other tests. */
const LOOK_WITHIN_MS = 45_000;

export const tee = {
  slug: 'boxy-tee-white',
  title: 'Boxy tee',
  /** Among others of it, where its colour must be said. */
  name: 'Boxy tee in white',
  alt: 'White boxy tee, front',
};

/** The page of a garment with its fitting room, by the words that are on it. */
export class GarmentPage {
  readonly page: Page;
  readonly consent: Locator;
  readonly ask: Locator;
  /** In spite of what the check on the device advises. */
  readonly useAnyway: Locator;
  readonly progress: Locator;

  constructor(page: Page) {
    this.page = page;
    this.consent = page.getByRole('checkbox', { name: consentWords.line });
    this.ask = page.getByRole('button', { name: 'Try it on', exact: true });
    this.useAnyway = page.getByRole('button', { name: 'Use it anyway' });
    this.progress = page.getByRole('progressbar', { name: 'Your picture' });
  }

  async open(slug = tee.slug): Promise<void> {
    await this.page.goto(`/garments/${slug}`);
  }

  async openTryOn({ id, garment }: TryOnView): Promise<void> {
    await this.page.goto(`/garments/${garment.slug}?try-on=${id}`);
  }

  async enterRoom(): Promise<void> {
    await hydrated(this.ask);
    await this.ask.click();
    await expect(this.heading('Who tries it on?')).toBeFocused();
  }

  async give(photo: PictureFile | string): Promise<void> {
    await this.page.getByLabel(/^Choose (a|another) photo$/).setInputFiles(photo);
  }

  /** The photo that was just chosen, or a saved one, as a radio button. */
  photo(name: string): Locator {
    return this.page.getByRole('radio', { name });
  }

  model(name: string): Locator {
    return this.page.getByRole('radio', { name: new RegExp(`^${name},`) });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name });
  }

  look(title = tee.title): Locator {
    return this.page.getByRole('img', { name: new RegExp(`^${title}( in .*)?, worn as`) });
  }

  /** In which words the present stage is told. */
  async expectStage(stage: string): Promise<void> {
    await expect(this.progress).toHaveAttribute('aria-valuetext', stage);
    await expect(this.heading(stage)).toBeVisible();
  }

  async expectLook(on = 'you', title = tee.title): Promise<void> {
    await expect(this.heading(`Here it is on ${on}`)).toBeVisible({ timeout: LOOK_WITHIN_MS });
    await expectPicture(this.look(title));
  }

  /**
   * The next submits of this page go out with a seed of the sandbox's, which no button offers; all
   * after them go out as they are.
   */
  async seedSubmits(seed: number, count = 1): Promise<void> {
    let left = count;
    await this.page.route('**/api/try-ons', async (route) => {
      const request = route.request();
      // The list of looks is asked for under the same address.
      if (request.method() !== 'POST' || left === 0) return route.fallback();
      left -= 1;
      await route.continue({ postData: { ...request.postDataJSON(), seed } });
    });
  }
}

/** Neither of the two lies over the other, once they have come to rest. */
export async function expectApart(one: Locator, other: Locator): Promise<void> {
  await expect
    .poll(async () => {
      const [a, b] = await Promise.all([one.boundingBox(), other.boundingBox()]);
      if (!a || !b) return 'one of them is not there';
      const beside = a.x + a.width <= b.x || b.x + b.width <= a.x;
      const above = a.y + a.height <= b.y || b.y + b.height <= a.y;
      return beside || above ? 'apart' : { a, b };
    })
    .toBe('apart');
}

/** It is there and its bytes are a picture. */
export async function expectPicture(picture: Locator): Promise<void> {
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth))
    .toBeGreaterThan(0);
}

/** A page of the server's takes no clicks before React has come to it. */
export async function hydrated(element: Locator): Promise<void> {
  await expect
    .poll(() =>
      element.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps'))),
    )
    .toBe(true);
}

declare global {
  interface Window {
    noteStage(stage: string): void;
  }
}

/**
 * Keeps every stage that the page tells, however short it is shown. To be called before the page is
 * opened; the list grows while it is.
 */
export async function recordStages(page: Page): Promise<string[]> {
  const stages: string[] = [];
  await page.exposeFunction('noteStage', (stage: string) => stages.push(stage));
  await page.addInitScript(() => {
    let last: string | null = null;
    new MutationObserver(() => {
      const bar = document.querySelector('[role=progressbar][aria-label="Your picture"]');
      const stage = bar?.getAttribute('aria-valuetext') ?? null;
      if (stage && stage !== last) window.noteStage(stage);
      last = stage;
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  return stages;
}
