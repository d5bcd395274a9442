import type { Page } from '@playwright/test';
import { type Answer, collectAnswers, faultsOf } from './access/answers.ts';
import { findBarriers, wide } from './access/barriers.ts';
import { pageRoutes } from './access/routes.ts';
import type { State } from './access/state.ts';
import { admin } from './access/states/admin.ts';
import { merchant } from './access/states/merchant.ts';
import { shopper } from './access/states/shopper.ts';
import { visitor } from './access/states/visitor.ts';
import { expect, test } from './fixtures.ts';
import { demoAccount, Person } from './people.ts';
import { seeds } from './sandbox.ts';

test.use({ viewport: wide, contextOptions: { reducedMotion: 'reduce' } });
test.setTimeout(150_000);

/** By who is there. The order counts: what comes first may leave something for the next. */
const states = { visitor, shopper, merchant, admin };

/** Each page is looked at once, so what it came with is looked at here as well. */
async function expectNoBarriers(list: State[], page: Page, person: Person): Promise<void> {
  const answers = collectAnswers(page);
  for (const { name, open } of list) {
    await test.step(name, async () => {
      await open(page, person);
      // Soft, so that one run tells of all of them.
      expect.soft(await findBarriers(page), name).toEqual([]);
    });
  }
  await expectSafeAnswers(await answers(), page);
}

async function expectSafeAnswers(answers: Answer[], page: Page): Promise<void> {
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name === 'next-auth.session-token');
  expect.soft(faultsOf(answers, session?.value)).toEqual([]);
  expect(answers.filter(({ isDocument }) => isDocument).length).toBeGreaterThan(5);
  expect(answers.filter(({ url }) => url.includes('/_next/static/')).length).toBeGreaterThan(5);
  for (const { name, httpOnly, sameSite } of cookies) {
    expect.soft({ name, httpOnly, sameSite }).toEqual({ name, httpOnly: true, sameSite: 'Lax' });
  }
}

test('every page is among those that are searched for barriers', () => {
  const searched = new Set(Object.values(states).flatMap((list) => list.map(({ route }) => route)));
  const forgotten = pageRoutes().filter((route) => !searched.has(route));
  expect(forgotten, 'give each a row in e2e/access/states').toEqual([]);
});

test('nothing stands in the way of somebody who looks around', async ({ page, context }) => {
  await expectNoBarriers(states.visitor, page, new Person(context.request));
});

test('nothing stands in the way of a shopper', async ({ page, shopper: person }) => {
  await expectNoBarriers(states.shopper, page, person);
});

test('nothing stands in the way of a merchant', async ({ page, context }) => {
  const person = new Person(context.request);
  await person.signIn(demoAccount('MERCHANT'));
  await expectNoBarriers(states.merchant, page, person);
});

test('nothing stands in the way of an admin', async ({ page, context, guest }) => {
  await guest.ended(await guest.submitOnPhoto(seeds.blocked));
  await context.clearCookies();
  const person = new Person(context.request);
  await person.signIn(demoAccount('ADMIN'));
  await expectNoBarriers(states.admin, page, person);
});
