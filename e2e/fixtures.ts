import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
} from '@playwright/test';
import { GarmentPage } from './garment-page.ts';
import { demoAccount, Person } from './people.ts';
import { watchPages } from './strict-browser.ts';

interface Fixtures {
  /** The page of a garment; whoever has the session of this test's browser looks at it. */
  garment: GarmentPage;
  /** The person at this test's browser: a guest of her own. */
  guest: Person;
  /** The person at this test's browser: with an account of her own. */
  shopper: Person;
  /** Somebody else, far away, with an account of his own. */
  stranger: Person;
  /** Signs in at a place of its own, apart from this test's browser. */
  signedIn: (role: 'MERCHANT' | 'ADMIN') => Promise<Person>;
  /** A browser beside this test's, with cookies of its own. */
  newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
}

const HEARD = 'pages keep to their policy and to their own origin';

export const test = base.extend<Fixtures>({
  context: async ({ context, baseURL }, use) => {
    const heard = await watchPages(context, baseURL ?? '');
    await use(context);
    expect(heard, HEARD).toEqual([]);
  },
  newContext: async ({ browser, baseURL }, use) => {
    const opened: { context: BrowserContext; heard: string[] }[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ baseURL, ...options });
      opened.push({ context, heard: await watchPages(context, baseURL ?? '') });
      return context;
    });
    await Promise.all(opened.map(({ context }) => context.close()));
    expect(
      opened.flatMap(({ heard }) => heard),
      HEARD,
    ).toEqual([]);
  },
  garment: async ({ page }, use) => use(new GarmentPage(page)),
  guest: async ({ context }, use) => {
    const guest = new Person(context.request);
    await guest.becomeGuest();
    await use(guest);
  },
  shopper: async ({ context }, use) => {
    const shopper = new Person(context.request);
    await shopper.register();
    await use(shopper);
  },
  stranger: async ({ playwright, baseURL }, use) => {
    const request = await playwright.request.newContext({ baseURL });
    const stranger = new Person(request);
    await stranger.register();
    await use(stranger);
    await request.dispose();
  },
  signedIn: async ({ playwright, baseURL }, use) => {
    const people: Person[] = [];
    await use(async (role) => {
      const person = new Person(await playwright.request.newContext({ baseURL }));
      people.push(person);
      await person.signIn(demoAccount(role));
      return person;
    });
    await Promise.all(people.map(({ request }) => request.dispose()));
  },
});

export { expect } from '@playwright/test';
