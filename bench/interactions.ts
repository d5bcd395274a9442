import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, type CDPSession, chromium, type Locator, type Page } from '@playwright/test';
import type { Life } from '../scripts/command.ts';

/**
 * How long what is pressed takes to show it, on a phone: Interaction to Next Paint. With a processor as
 * slow as Lighthouse's phone has it, but really: interactions are not calculated.
 */
const SLOWDOWN = 4;
/**
 * A window of about a phone's size. Not a phone's size put upon another window: then the browser leaves
 * out drawing some frames ("Draw skipped" in its trace), and a press counts until the frame after them.
 */
const PHONE = ['--window-size=412,910', '--force-device-scale-factor=1.75'];
/** So long a finger rests on what it presses. */
const PRESS_MS = 80;
/** An animation is over, and so is what a page does when it has come. */
const SETTLE_MS = 500;

export const headless = ['--no-sandbox', '--disable-gpu'];

export async function startPhone(life: Life, executablePath: string): Promise<Browser> {
  const phone = await chromium.launch({ executablePath, args: [...headless, ...PHONE] });
  life.cleanUp(() => phone.close());
  return phone;
}

type Press = (what: Locator) => Promise<void>;
type Interact = (page: Page, press: Press) => Promise<void>;

export async function openMenu(page: Page, press: Press): Promise<void> {
  await press(page.getByRole('button', { name: 'Menu and account' }));
  await page.getByRole('menu').waitFor();
}

export async function openFilters(page: Page, press: Press): Promise<void> {
  await press(page.getByRole('button', { name: 'Filters' }));
  await page.getByRole('dialog').waitFor();
}

/** To the choice of a house model: the way that most people go. */
export async function enterRoom(page: Page, press: Press): Promise<void> {
  await press(page.getByRole('button', { name: 'Try it on', exact: true }));
  await press(page.getByRole('radio', { name: /^Noor,/ }));
}

/** By the browser's own input, since Playwright's looks at what is hit within the press itself. */
const pressing =
  (session: CDPSession): Press =>
  async (what) => {
    await what.scrollIntoViewIfNeeded();
    // A room that is opened comes in from below.
    await pause(SETTLE_MS);
    const { x = 0, y = 0, width = 0, height = 0 } = (await what.boundingBox()) ?? {};
    const touchPoints = [{ x: x + width / 2, y: y + height / 2 }];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await pause(PRESS_MS);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };

/** Interaction to Next Paint: the longest interaction, as the browser itself times it. */
export async function measureInteraction(
  browser: Browser,
  url: string,
  interact: Interact,
): Promise<number> {
  const context = await browser.newContext({ viewport: null, hasTouch: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.addInitScript(() => {
    window.longestInteraction = 0;
    // The type of the browser's own library does not know the threshold yet.
    const watched: PerformanceObserverInit & { durationThreshold: number } = {
      type: 'event',
      durationThreshold: 16,
      buffered: true,
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        if (!entry.interactionId) continue;
        window.longestInteraction = Math.max(window.longestInteraction, entry.duration);
      }
    }).observe(watched);
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await interact(page, pressing(session));
  // The last entry comes with the frame after it.
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve, 200));
      }),
  );
  const longest = await page.evaluate(() => window.longestInteraction);
  await context.close();
  return longest;
}

declare global {
  interface Window {
    longestInteraction: number;
  }
}
