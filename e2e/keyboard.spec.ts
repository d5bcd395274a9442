import { magnified, wide } from './access/barriers.ts';
import { Keyboard } from './access/keyboard.ts';
import { expect, test } from './fixtures.ts';
import { expectApart, hydrated } from './garment-page.ts';
import { demoAccount, Person } from './people.ts';

for (const [how, viewport, reducedMotion] of [
  ['on a large screen', wide, 'no-preference'],
  ['at 400 % and without motion', magnified, 'reduce'],
] as const) {
  test.describe(how, () => {
    test.use({ viewport, contextOptions: { reducedMotion } });

    test('a look is asked for, compared and seen in full with the keyboard alone', async ({
      page,
      garment,
    }) => {
      test.slow();
      const keyboard = new Keyboard(page);
      await page.goto('/');
      await keyboard.follow(page.getByRole('link', { name: 'Browse the garments' }));
      await expect(page).toHaveURL(/\/garments$/);
      await keyboard.follow(page.getByRole('link', { name: 'Tea dress' }));
      await expect(garment.heading('Tea dress')).toBeVisible();

      await hydrated(garment.ask);
      await keyboard.follow(garment.ask);
      await expect(garment.heading('Who tries it on?')).toBeFocused();
      await keyboard.reach(garment.model('Noor'));
      await keyboard.press('Space');
      await expect(garment.model('Noor')).toBeChecked();
      await keyboard.follow(garment.ask);
      await garment.expectLook('Noor', 'Tea dress');
      await expect(garment.heading('Here it is on Noor')).toBeFocused();
      if (reducedMotion === 'reduce') {
        expect(await page.evaluate(countLongAnimations), 'nothing moves').toBe(0);
      }

      const compare = page.getByRole('button', { name: 'Before and after' });
      await keyboard.reach(compare, 'Shift+Tab');
      await keyboard.press('Space');
      const edge = page.getByRole('slider', { name: 'Before and after' });
      await keyboard.reach(edge, 'Shift+Tab');
      await keyboard.press('ArrowLeft');
      await expect(edge).toHaveAttribute('aria-valuetext', '49 % before, 51 % after');

      const full = page.getByRole('button', { name: 'Full screen' });
      await keyboard.follow(full);
      await expect(page.getByRole('dialog')).toBeVisible();
      await keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(full).toBeFocused();

      const back = page.getByRole('button', { name: 'Back to the garment' });
      // On a small screen the room is a sheet with its way out at the head.
      await keyboard.reach(back, viewport === wide ? 'Tab' : 'Shift+Tab');
      await keyboard.press('Enter');
      await expect(garment.ask).toBeFocused();
      await keyboard.reach(page.getByRole('link', { name: 'My looks' }).first(), 'Shift+Tab');
      await keyboard.press('Enter');
      await expect(page.getByRole('img', { name: /^Tea dress in .*, worn as/ })).toBeVisible();
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the sizes of a garment are gone through with the keyboard alone, there and back', async ({
    page,
    context,
  }) => {
    await new Person(context.request).signIn(demoAccount('MERCHANT'));
    await page.goto('/merchant/halden/garments');
    await page
      .getByRole('link', { name: /^Boxy tee/ })
      .first()
      .click();
    const size = page.getByRole('textbox', { name: 'Size of S', exact: true });
    const keyboard = new Keyboard(page);
    await hydrated(size);
    await size.focus();
    await keyboard.reach(page.getByRole('button', { name: 'More for S', exact: true }));
    await keyboard.reach(page.getByRole('textbox', { name: 'SKU of S' }), 'Shift+Tab');
    await expectApart(page.getByRole('textbox', { name: 'SKU of S' }), size);
  });
});

/** Runs in the page. */
function countLongAnimations(): number {
  return document.getAnimations().filter((animation) => {
    const { endTime } = animation.effect?.getComputedTiming() ?? {};
    return Number(endTime) > 20;
  }).length;
}
