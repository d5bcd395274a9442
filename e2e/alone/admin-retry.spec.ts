import { expect, test } from '../fixtures.ts';
import { expectPicture, hydrated } from '../garment-page.ts';
import { demoAccount, Person } from '../people.ts';
import { script } from '../sandbox.ts';

// By script and not by seed: a retry has the seed of the first, and would end like it.
for (const [fault, heading] of [
  ['blocked', 'Stopped by the content filter'],
  ['crashed', 'Words that no rule knows'],
] as const) {
  test(`an admin retries a try-on that was ${fault}, and the person has her look`, async ({
    page,
    context,
    browser,
    stranger,
  }) => {
    await script({ submit: [{ fault }] });
    const ended = await stranger.ended(await stranger.submitOnPhoto());
    expect(ended.state).toBe(fault === 'blocked' ? 'blocked' : 'failed');

    await new Person(context.request).signIn(demoAccount('ADMIN'));
    await page.goto('/admin');
    const found = page.getByRole('article').filter({ hasText: ended.id });
    await expect(found.getByRole('heading')).toHaveText(new RegExp(`^${heading}`));
    const retry = found.getByRole('button', { name: 'Retry', exact: true });
    await hydrated(retry);
    await retry.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Retry' }).click();
    await expect(found.getByRole('status')).toContainText('the look is in the person’s gallery', {
      timeout: 45_000,
    });
    await expect(retry).toBeHidden();

    const [second, first] = await stranger.tryOns();
    expect(first).toMatchObject({ id: ended.id, state: ended.state });
    expect(second).toMatchObject({ state: 'succeeded', retryOf: ended.id });
    const home = await browser.newContext({ storageState: await stranger.request.storageState() });
    const looks = await home.newPage();
    await looks.goto('/looks');
    await expectPicture(looks.getByRole('img', { name: /^Boxy tee in .*, worn as a top/ }));
    await home.close();
  });
}
