import { setTimeout as pause } from 'node:timers/promises';
import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Locator,
  type Page,
} from '@playwright/test';
import type { Life } from '../scripts/command.ts';

// Interaction to Next Paint: how long what is pressed takes to show it, as the browser itself times it.

export const headless = ['--no-sandbox', '--disable-gpu'];
/**
 * The browser's own window, as narrow as it becomes (500 pixels): the page is laid out as for a phone. Not a
 * phone's size put upon another window: then the browser leaves out drawing some frames ("Draw skipped"
 * in its trace), and a press counts until the frame after them.
 */
const WINDOW = ['--window-size=500,900', '--force-device-scale-factor=1.75'];
const NARROW = 640;
/** A processor as slow as that of Lighthouse's phone, but really: interactions are not calculated. */
const SLOWDOWN = 4;
/** So long a finger rests on what it presses. */
const PRESS_MS = 80;
const FOUND_WITHIN_MS = 5_000;
const LOOK_EVERY_MS = 50;
const TOLD_WITHIN_MS = 3_000;
/** A press has several entries, and the last comes some time after the frame that it is about. */
const LAST_ENTRY_MS = 500;

export async function startPhone(life: Life, executablePath: string): Promise<Browser> {
  const phone = await chromium.launch({ executablePath, args: [...headless, ...WINDOW] });
  life.cleanUp(() => phone.close());
  return phone;
}

type Press = (what: Locator) => Promise<void>;
export type Interact = (page: Page, press: Press) => Promise<void>;

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
  await page.getByRole('radio', { name: /^Noor,/, checked: true }).waitFor();
}

/** In milliseconds, of each press in turn. */
export async function measureInteractions(
  browser: Browser,
  url: string,
  interact: Interact,
): Promise<number[]> {
  const context = await browser.newContext({ viewport: null, hasTouch: true });
  try {
    return await measureIn(context, url, interact);
  } finally {
    await context.close();
  }
}

async function measureIn(context: BrowserContext, url: string, interact: Interact) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.addInitScript(watchInteractions);
  await page.goto(url, { waitUntil: 'networkidle' });
  const width = await page.evaluate(() => window.innerWidth);
  if (width >= NARROW) throw new Error(`A window of ${width} pixels is no phone's.`);
  let presses = 0;
  await interact(page, async (what) => {
    presses += 1;
    await press(session, what);
  });
  await page.waitForFunction((all) => window.interactions.size >= all, presses, {
    timeout: TOLD_WITHIN_MS,
  });
  await pause(LAST_ENTRY_MS);
  return page.evaluate(() => [...window.interactions.values()]);
}

/** By the browser's own input: Playwright's tap looks at what it hits within the press itself. */
async function press(session: CDPSession, what: Locator): Promise<void> {
  const touchPoints = [await whereItStands(what)];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await pause(PRESS_MS);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** Its middle, once that stands still with nothing over it. */
async function whereItStands(what: Locator): Promise<{ x: number; y: number }> {
  await what.scrollIntoViewIfNeeded();
  const until = performance.now() + FOUND_WITHIN_MS;
  let last = '';
  while (performance.now() < until) {
    const { x, y, isHit } = await what.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      return { x, y, isHit: element.contains(document.elementFromPoint(x, y)) };
    });
    if (isHit && last === `${x} ${y}`) return { x, y };
    last = `${x} ${y}`;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error('What is to be pressed does not stand still, or something lies over it.');
}

function watchInteractions(): void {
  window.interactions = new Map();
  // The type of the browser's own library does not know the threshold yet.
  const watched: PerformanceObserverInit & { durationThreshold: number } = {
    type: 'event',
    durationThreshold: 16,
    buffered: true,
  };
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[]) {
      if (!interactionId) continue;
      const before = window.interactions.get(interactionId) ?? 0;
      window.interactions.set(interactionId, Math.max(before, duration));
    }
  }).observe(watched);
}

declare global {
  interface Window {
    /** Milliseconds by the browser's number of an interaction, in the order in which they came. */
    interactions: Map<number, number>;
  }
}
