import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { GarmentPage } from './garment-page.ts';

/**
 * Sizes only: they are the same on every machine, and times are not (`npm run bench:pages`). They
 * follow from the slow 4G line of Lighthouse's phone, 200 kB a second. Script, 180 kB: less than a
 * second, and an empty page of Next's has about 140 of it. The stylesheet, before which nothing is
 * painted, 13 kB: the shop's own, without what only the rooms behind it use. The picture that is seen
 * first, 80 kB: less than half a second. All that is loaded without scrolling, 250 kB. The two fonts,
 * 45 kB.
 */
const budget = {
  script: 180_000,
  style: 13_000,
  fonts: 45_000,
  mainPicture: 80_000,
  pictures: 250_000,
  shift: 0.03,
};

interface Transfer {
  url: string;
  type: string;
  bytes: number;
}

/** What comes over the line, as it is compressed there and without headers. */
async function watchTransfers(page: Page): Promise<Transfer[]> {
  const session = await page.context().newCDPSession(page);
  const open = new Map<string, Transfer>();
  const transfers: Transfer[] = [];
  session.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other' }) => {
    const transfer = { url: request.url, type, bytes: 0 };
    open.set(requestId, transfer);
    transfers.push(transfer);
  });
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const transfer = open.get(requestId);
    if (transfer) transfer.bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  return transfers;
}

/** Adds up what moves by itself. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        };
        if (!hadRecentInput) window.shift += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The address of the picture that takes up most of the screen. */
const findMainPicture = (page: Page) =>
  page.evaluate(() => {
    const seen = (image: HTMLImageElement) => {
      const { left, right, top, bottom } = image.getBoundingClientRect();
      const width = Math.min(right, innerWidth) - Math.max(left, 0);
      const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
      return Math.max(0, width) * Math.max(0, height);
    };
    const [largest] = [...document.images].sort((a, b) => seen(b) - seen(a));
    return largest?.currentSrc;
  });

declare global {
  interface Window {
    shift: number;
  }
}

const sum = (transfers: Transfer[]) => transfers.reduce((bytes, one) => bytes + one.bytes, 0);

test.use({
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  isMobile: true,
  // What moves must not push anything either.
  contextOptions: { reducedMotion: 'no-preference' },
});

for (const [name, path] of [
  ['home', '/'],
  ['list', '/garments'],
  ['garment', '/garments/boxy-tee-white'],
] as const) {
  test(`the ${name} page keeps to its budget on a phone`, async ({ page, baseURL }) => {
    const transfers = await watchTransfers(page);
    await watchShifts(page);
    await page.goto(path, { waitUntil: 'networkidle' });
    const loaded = transfers.filter(({ url }) => !/^(data|blob):/.test(url));

    const origins = new Set(loaded.map(({ url }) => new URL(url).origin));
    expect([...origins], 'nobody else is asked').toEqual([new URL(baseURL ?? '').origin]);
    const scripts = loaded.filter(({ type }) => type === 'Script');
    expect(scripts.length).toBeGreaterThan(0);
    expect(sum(scripts), 'script').toBeLessThanOrEqual(budget.script);
    const styles = loaded.filter(({ type }) => type === 'Stylesheet');
    expect(styles.length).toBeGreaterThan(0);
    expect(sum(styles), 'style').toBeLessThanOrEqual(budget.style);
    const fonts = loaded.filter(({ type }) => type === 'Font');
    expect(sum(fonts), 'fonts').toBeLessThanOrEqual(budget.fonts);
    const pictures = loaded.filter(({ type }) => type === 'Image');
    expect(sum(pictures), 'pictures').toBeLessThanOrEqual(budget.pictures);
    const largest = await findMainPicture(page);
    const main = pictures.find(({ url }) => url === largest);
    expect(main?.bytes, largest).toBeGreaterThan(0);
    expect(main?.bytes, largest).toBeLessThanOrEqual(budget.mainPicture);

    if (name === 'garment') {
      const room = new GarmentPage(page);
      await room.enterRoom();
      await page.waitForLoadState('networkidle');
    }
    expect(await page.evaluate(() => window.shift), 'nothing jumps').toBeLessThanOrEqual(
      budget.shift,
    );
  });
}
