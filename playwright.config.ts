import { defineConfig, devices } from '@playwright/test';

// `npm test` starts the app and the sandbox, finds a browser and says where they are.
const { E2E_BASE_URL, CHROMIUM_PATH } = process.env;

// These lay out the sandbox's next answers, whosever they are, so they come last and one by one.
const ALONE = /\/alone\/.*\.spec\.ts$/;
// And this looks at what all of them have left.
const AFTERWARDS = /\/afterwards\/.*\.spec\.ts$/;
/** Those that it gives itself, since the last switch of a name counts: a mouse, whatever the machine has. */
export const PLAYWRIGHTS_BLINK_SETTINGS =
  'primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4';
const desktop = { viewport: { width: 1280, height: 860 } };

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : 'list',
  use: {
    baseURL: E2E_BASE_URL ?? 'http://localhost:3000',
    // Recording costs a sixth of the run: E2E_TRACE=1 npm test -- e2e/…
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Where there is no graphics card, imitating one costs a sixth of the run, and nothing here
        // asks for WebGL: the body model is WebAssembly.
        '--disable-gpu',
        // The shell does not know what it is connected by, and would load pictures further ahead than a phone.
        `--blink-settings=${PLAYWRIGHTS_BLINK_SETTINGS},lazyLoadingImageMarginPxUnknown=1250`,
      ],
    },
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: [ALONE, AFTERWARDS],
      // Painting what moves, without a graphics card, takes a twentieth of the run. On a phone it moves.
      use: { ...desktop, contextOptions: { reducedMotion: 'reduce' } },
    },
    // Only the tests that say so: `test('…', { tag: '@phone' }, …)`.
    {
      name: 'phone',
      testIgnore: [ALONE, AFTERWARDS],
      grep: /@phone/,
      use: { ...devices['Pixel 7'], defaultBrowserType: 'chromium' },
    },
    {
      name: 'alone',
      testMatch: ALONE,
      use: desktop,
      workers: 1,
      dependencies: ['desktop', 'phone'],
    },
    {
      name: 'afterwards',
      testMatch: AFTERWARDS,
      use: desktop,
      workers: 1,
      fullyParallel: false,
      dependencies: ['alone'],
    },
  ],
});
