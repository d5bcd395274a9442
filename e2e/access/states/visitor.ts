import { expect } from '@playwright/test';
import {
  confirmEmailWords,
  confirmWords,
  forgotWords,
  resetWords,
} from '#lib/words/account-room.ts';
import { bagWords, demoCheckoutWords } from '#lib/words/bag.ts';
import { consentWords } from '#lib/words/consent.ts';
import { dataWords, privacyWords } from '#lib/words/privacy.ts';
import { sizeQuestionWords } from '#lib/words/size-question.ts';
import { measureName, sizeAdviceWords } from '#lib/words/sizes.ts';
import { hydrated, tee } from '../../garment-page.ts';
import { demoAccount } from '../../people.ts';
import { webpPhoto } from '../../testing/pictures.ts';
import { button, enterRoom, go, press, type State } from '../state.ts';

export const visitor: State[] = [
  { route: '', name: 'the home page', open: go('/', 'See it on yourself') },
  {
    route: '',
    name: 'the home page with its menu open',
    async open(page) {
      await go('/', 'See it on yourself')(page);
      await press(page, 'Menu and account');
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  { route: 'garments', name: 'the garments', open: go('/garments', 'Garments') },
  {
    route: 'garments',
    name: 'the filters',
    async open(page) {
      await page.goto('/garments?q=dress&colour=red&size=M');
      await button(page, 'Filters').click();
      await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
    },
  },
  {
    route: 'garments',
    name: 'a search without a result',
    open: go('/garments?q=xylophone', /Garments|Nothing/),
  },
  { route: 'garments/[slug]', name: 'a garment', open: go(`/garments/${tee.slug}`, tee.title) },
  {
    route: 'garments/[slug]',
    name: 'a garment’s picture, zoomed',
    async open(page) {
      await page.goto(`/garments/${tee.slug}`);
      await press(page, /^Zoom$/);
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    route: 'garments/[slug]',
    name: 'size advice, with a slip in one measurement',
    async open(page) {
      await page.goto('/garments/straight-jeans-indigo');
      await press(page, sizeQuestionWords.question);
      const dialog = page.getByRole('dialog', { name: sizeAdviceWords.title });
      await dialog.getByLabel(measureName.waist).fill('30');
      await dialog.getByLabel(measureName.hips).fill('99');
      await dialog.getByLabel(measureName.insideLeg).fill('80');
      await expect(dialog.getByText('You are between W28 and W30')).toBeVisible();
    },
  },
  {
    route: 'garments/[slug]',
    name: 'the fitting room, asked before anybody is chosen, and then before there is consent',
    async open(page) {
      const room = await enterRoom(page);
      await room.ask.click();
      await expect(page.getByRole('alert').filter({ hasText: 'Choose' })).toBeVisible();
      await room.give(await webpPhoto());
      await press(page, consentWords.more);
      await room.ask.click();
      await expect(page.getByRole('alert').filter({ hasText: consentWords.missing })).toBeVisible();
    },
  },
  { route: 'looks', name: 'no looks yet', open: go('/looks', 'My looks') },
  {
    route: 'sign-in',
    name: 'a sign-in that failed',
    async open(page) {
      await page.goto('/sign-in');
      await hydrated(button(page, 'Sign in'));
      await page.getByLabel('Email').fill(demoAccount('SHOPPER').email);
      await page.getByLabel('Password').fill('not-the-password');
      await button(page, 'Sign in').click();
      await expect(page.getByRole('alert').filter({ hasText: 'do not belong' })).toBeVisible();
    },
  },
  {
    route: 'sign-up',
    name: 'an account without what it needs',
    async open(page) {
      await page.goto('/sign-up');
      await press(page, 'Create account');
      await expect(page.getByText('Use at least 10 characters.')).toBeVisible();
    },
  },
  { route: 'privacy', name: 'privacy', open: go('/privacy', privacyWords.title) },
  {
    route: 'account/data',
    name: 'nothing is kept of whoever is nobody here',
    open: go('/account/data', dataWords.title),
  },
  {
    route: 'sign-up/[token]',
    name: 'a link to an account that is over',
    open: go('/sign-up/nothing', confirmWords.over),
  },
  {
    route: 'reset-password/[token]',
    name: 'a link to a new password that is over',
    open: go('/reset-password/nothing', resetWords.over),
  },
  {
    route: 'confirm-email/[token]',
    name: 'a link to a new address that is over',
    open: go('/confirm-email/nothing', confirmEmailWords.over),
  },
  {
    route: 'forgot-password',
    name: 'a forgotten password where no mail is sent',
    open: go('/forgot-password', forgotWords.title),
  },
  { route: 'bag', name: 'an empty bag', open: go('/bag', bagWords.title) },
  {
    route: 'demo-checkout',
    name: 'the checkout of the demo',
    open: go('/demo-checkout?lines=TEE-M:2', demoCheckoutWords.title),
  },
  { route: null, name: 'a page that is not there', open: go('/nothing-here', /./) },
];
