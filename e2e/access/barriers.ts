import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { whatDoesNotFit } from './fit.ts';
import { untilPainted } from './painted.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export const wide = { width: 1280, height: 860 };
const phone = { width: 390, height: 844 };
/** What is left of 1280×1024 at 400 %: WCAG 1.4.10. */
export const magnified = { width: 320, height: 256 };

/**
 * What stands in somebody's way on the page as it is now: what axe finds serious or critical, on a
 * large screen in daylight and on a phone in the dark, and what does not fit at 400 %.
 */
export async function findBarriers(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [where, viewport, colorScheme] of [
    ['large, light', wide, 'light'],
    ['phone, dark', phone, 'dark'],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await untilPainted(page);
    found.push(...(await askAxe(page)).map((barrier) => `${where}: ${barrier}`));
  }
  await page.setViewportSize(magnified);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await untilPainted(page);
  found.push(...(await page.evaluate(whatDoesNotFit)).map((barrier) => `at 400 %: ${barrier}`));
  await page.setViewportSize(wide);
  return found;
}

async function askAxe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // There are no frames, and the other mode opens a second page for each question.
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], runOnly: { type: 'tag', values: RULES } })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => {
        const why = failureSummary.split('\n').slice(1).join(' ').trim();
        return `${id}: ${html.slice(0, 160)} (${why.slice(0, 240)})`;
      }),
    );
}
