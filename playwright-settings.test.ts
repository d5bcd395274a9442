import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import { PLAYWRIGHTS_BLINK_SETTINGS } from './playwright.config.ts';

it('goes on from the settings that Playwright starts Chromium with', () => {
  const core = path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  const text = readFileSync(path.join(core, 'lib', 'coreBundle.js'), 'utf8');
  const given = [...text.matchAll(/"--blink-settings=([^"]+)"/g)].map(([, settings]) => settings);
  expect(new Set(given)).toEqual(new Set([PLAYWRIGHTS_BLINK_SETTINGS]));
});
