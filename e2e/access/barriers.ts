import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
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

const axeSource = readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

async function askAxe(page: Page): Promise<string[]> {
  // Once a document: it is large.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await axeSource);
  const violations = await page.evaluate(async (values) => {
    const { axe: inPage } = window as typeof window & { axe: typeof axe };
    const options = {
      resultTypes: ['violations' as const],
      runOnly: { type: 'tag' as const, values },
    };
    return (await inPage.run(document, options)).violations;
  }, RULES);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => {
        const why = failureSummary.split('\n').slice(1).join(' ').trim();
        return `${id}: ${html.slice(0, 160)} (${why.slice(0, 240)})`;
      }),
    );
}
