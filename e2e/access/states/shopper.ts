import { expect } from '@playwright/test';
import { accountRefusals, accountRoomWords } from '#lib/words/account-room.ts';
import { appealWords, feedbackWords } from '#lib/words/appeals.ts';
import { orderDoneWords, orderWords } from '#lib/words/bag.ts';
import { favouriteWords } from '#lib/words/favourites.ts';
import { compareWords, looksWords } from '#lib/words/looks.ts';
import { closeWords, receiptWords } from '#lib/words/privacy.ts';
import { passwordProblemText } from '#lib/words/problems.ts';
import { sharedWords, shareWords } from '#lib/words/share.ts';
import { tryOnProblemWords } from '#lib/words/try-on-problems.ts';
import { expectPicture, GarmentPage, tee } from '../../garment-page.ts';
import { seeds } from '../../sandbox.ts';
import { enterRoom, go, press, type State } from '../state.ts';

export const shopper: State[] = [
  {
    route: 'account',
    name: 'the account, with a new password that is too short',
    async open(page) {
      await page.goto('/account');
      await press(page, accountRoomWords.password.change);
      await page.getByLabel(accountRoomWords.password.next).fill('short');
      await press(page, accountRoomWords.password.change);
      await expect(page.getByText(passwordProblemText.short)).toBeVisible();
    },
  },
  {
    route: 'looks',
    name: 'looks: one made, one blocked, one in the making, one about to be deleted',
    async open(page, person) {
      await person.ended(await person.submitOnModel());
      await person.ended(await person.submitOnPhoto(seeds.blocked));
      await person.submitOnModel(seeds.verySlow);
      await page.goto('/looks');
      await expect(page.getByRole('article')).toHaveCount(3);
      await expect(page.getByRole('img', { name: 'Your photo 1' })).toBeVisible();
    },
  },
  {
    route: 'looks',
    name: 'the question before a look is deleted',
    async open(page) {
      await page.goto('/looks');
      await press(page, `Delete ${tee.name}`);
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    route: 'looks',
    name: 'what can be done with a look',
    async open(page) {
      await page.goto('/looks');
      await press(page, looksWords.moreOf(tee.name));
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  {
    route: 'looks',
    name: 'a link to a look, just made',
    async open(page) {
      await page.goto('/looks');
      await press(page, looksWords.moreOf(tee.name));
      await page.getByRole('menuitem', { name: shareWords.open }).click();
      await press(page, shareWords.make);
      await expect(page.getByText(shareWords.ready)).toBeVisible();
    },
  },
  {
    route: 'share/[token]',
    name: 'a look as its link shows it',
    async open(page, person) {
      const { url } = await person.share(await person.submitOnModel());
      await page.goto(url);
      await expectPicture(page.getByRole('img', { name: sharedWords.alt(tee.name) }));
    },
  },
  {
    route: 'share/[token]',
    name: 'a look that is not shared any more',
    open: go(`/share/${'A'.repeat(32)}`, sharedWords.gone.heading),
  },
  {
    route: 'account/data',
    name: 'what is kept of a person, and what was deleted',
    async open(page, person) {
      const { id } = await person.givePhoto();
      await person.request.delete(`/api/photos/${id}`);
      await page.goto('/account/data');
      await expect(page.getByRole('link', { name: /^Receipt: A photo/ }).first()).toBeVisible();
    },
  },
  {
    route: 'account/data',
    name: 'the question before an account is closed',
    async open(page) {
      await page.goto('/account/data');
      await press(page, closeWords.open.account);
      await page.getByRole('dialog').getByLabel(closeWords.password).fill('not the password');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: closeWords.confirm.action.account })
        .click();
      await expect(page.getByText(accountRefusals.wrongPassword)).toBeVisible();
    },
  },
  {
    route: 'erasures/[id]',
    name: 'the receipt of a deletion',
    async open(page, person) {
      const { id } = await person.givePhoto();
      await person.request.delete(`/api/photos/${id}`);
      await page.goto('/account/data');
      await page
        .getByRole('link', { name: /^Receipt: A photo/ })
        .first()
        .click();
      await expect(page.getByText(receiptWords.done, { exact: true })).toBeVisible();
    },
  },
  {
    route: 'looks/compare',
    name: 'nothing to compare',
    open: go('/looks/compare', compareWords.title),
  },
  {
    route: 'looks/compare',
    name: 'two looks side by side',
    async open(page, person) {
      await person.ended(
        await person.submit({
          garment: 'tea-dress-terracotta',
          subject: { kind: 'house-model', slug: 'noor' },
        }),
      );
      const made = (await person.tryOns()).filter(({ state }) => state === 'succeeded');
      await page.goto(`/looks/compare?ids=${made.map(({ id }) => id).join(',')}`);
      await expectPicture(page.getByRole('img', { name: /^Tea dress in .*, worn as/ }));
    },
  },
  {
    route: 'looks',
    name: 'looks, while two are chosen to be compared',
    async open(page) {
      await page.goto('/looks');
      await press(page, compareWords.start);
      await page.getByRole('checkbox').first().check();
    },
  },
  {
    route: 'favourites',
    name: 'no favourites yet',
    open: go('/favourites', favouriteWords.title),
  },
  {
    route: 'looks',
    name: 'the tray of what is in the making',
    async open(page) {
      await page.goto('/looks');
      await press(page, '1 look in the making');
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  {
    route: 'garments/[slug]',
    name: 'a try-on in the making',
    async open(page, person) {
      const garment = new GarmentPage(page);
      const running = (await person.tryOns()).find(({ state }) => state === 'running');
      if (!running) throw new Error('Nothing is in the making.');
      await garment.openTryOn(running);
      await garment.expectStage('Making your picture');
    },
  },
  {
    route: 'garments/[slug]',
    name: 'a look, before and after',
    async open(page, person) {
      const garment = new GarmentPage(page);
      const made = (await person.tryOns()).find(
        ({ state, garment: { slug } }) => state === 'succeeded' && slug === tee.slug,
      );
      if (!made) throw new Error('Nothing is made.');
      await garment.openTryOn(made);
      await garment.expectLook('Noor');
      await press(page, 'Before and after');
      await expect(page.getByRole('slider', { name: 'Before and after' })).toBeVisible();
    },
  },
  {
    route: 'garments/[slug]',
    name: 'a try-on that was blocked, and the way to a person',
    async open(page, person) {
      const garment = new GarmentPage(page);
      const blocked = (await person.tryOns()).find(({ state }) => state === 'blocked');
      if (!blocked) throw new Error('Nothing was blocked.');
      await garment.openTryOn(blocked);
      await expect(garment.heading(tryOnProblemWords.content_blocked.title)).toBeVisible();
      await press(page, appealWords.open);
      await expect(page.getByRole('dialog', { name: appealWords.title })).toBeVisible();
    },
  },
  {
    route: 'garments/[slug]',
    name: 'a block that was objected to',
    async open(page, person) {
      const garment = new GarmentPage(page);
      const blocked = (await person.tryOns()).find(({ state }) => state === 'blocked');
      if (!blocked) throw new Error('Nothing was blocked.');
      await person.request.post(`/api/try-ons/${blocked.id}/appeal`, { data: { text: 'Why?' } });
      await garment.openTryOn(blocked);
      await expect(page.getByText(appealWords.state.OPEN)).toBeVisible();
    },
  },
  {
    route: 'looks',
    name: 'the question what is wrong with a look',
    async open(page) {
      await page.goto('/looks');
      await press(page, looksWords.moreOf(tee.name));
      await page.getByRole('menuitem', { name: feedbackWords.open }).click();
      await expect(page.getByRole('dialog', { name: feedbackWords.title })).toBeVisible();
    },
  },
  {
    route: 'garments/[slug]',
    name: 'the fitting room with a photo that was given before',
    async open(page) {
      const room = await enterRoom(page);
      await room.photo('Saved photo 1').check();
    },
  },
  {
    route: 'bag',
    name: 'a bag of two shops, with a request that lacks an address',
    async open(page, person) {
      for (const data of [
        { garment: tee.slug, size: 'M', quantity: 2 },
        { garment: 'tea-dress-terracotta', size: '38' },
      ]) {
        await person.request.post('/api/bag/lines', { data });
      }
      await page.goto('/bag');
      await press(page, orderWords.open('Halden'));
      await page.getByLabel(orderWords.email).fill('nowhere');
      await press(page, /^Send the request/);
      await expect(page.getByLabel(orderWords.email)).toBeFocused();
    },
  },
  {
    route: 'bag/orders/[id]',
    name: 'a request that was sent',
    async open(page) {
      await page.getByLabel(orderWords.email).fill('robin@example.org');
      await press(page, /^Send the request/);
      await expect(page.getByRole('heading', { name: orderDoneWords.title })).toBeVisible();
    },
  },
  { route: 'admin', name: 'a room of other people', open: go('/admin', 'Not for you') },
];
