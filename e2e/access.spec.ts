import type { Page } from '@playwright/test';
import { findBarriers, wide } from './access/barriers.ts';
import { pageRoutes } from './access/routes.ts';
import { type State, states } from './access/states.ts';
import { expect, test } from './fixtures.ts';
import { demoAccount, Person } from './people.ts';
import { seeds } from './sandbox.ts';

test.use({ viewport: wide, contextOptions: { reducedMotion: 'reduce' } });
test.setTimeout(150_000);

async function expectNoBarriers(list: State[], page: Page, person: Person): Promise<void> {
  for (const { name, open } of list) {
    await test.step(name, async () => {
      await open(page, person);
      // Soft, so that one run tells of all of them.
      expect.soft(await findBarriers(page), name).toEqual([]);
    });
  }
}

test('every page is among those that are searched for barriers', () => {
  const searched = new Set(Object.values(states).flatMap((list) => list.map(({ route }) => route)));
  const forgotten = pageRoutes().filter((route) => !searched.has(route));
  expect(forgotten, 'give each a row in e2e/access/states.ts').toEqual([]);
});

test('nothing stands in the way of somebody who looks around', async ({ page, context }) => {
  await expectNoBarriers(states.visitor, page, new Person(context.request));
});

test('nothing stands in the way of a shopper', async ({ page, shopper }) => {
  await expectNoBarriers(states.shopper, page, shopper);
});

test('nothing stands in the way of a merchant', async ({ page, context }) => {
  const merchant = new Person(context.request);
  await merchant.signIn(demoAccount('MERCHANT'));
  await expectNoBarriers(states.merchant, page, merchant);
});

test('nothing stands in the way of an admin', async ({ page, context, guest }) => {
  await guest.ended(await guest.submitOnPhoto(seeds.blocked));
  await context.clearCookies();
  const admin = new Person(context.request);
  await admin.signIn(demoAccount('ADMIN'));
  await expectNoBarriers(states.admin, page, admin);
});
