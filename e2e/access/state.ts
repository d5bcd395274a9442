import { expect, type Page } from '@playwright/test';
import { GarmentPage, hydrated } from '../garment-page.ts';
import type { Person } from '../people.ts';

/** A page in a state that people meet, and the way there. */
export interface State {
  /** The folder of its page, as `pageRoutes` names it; `null` for what no page is. */
  route: string | null;
  name: string;
  open: (page: Page, person: Person) => Promise<void>;
}

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first();

/** A button that does nothing before React has come to it. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await hydrated(button(page, name));
  await button(page, name).click();
}

export const go =
  (path: string, heading: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
  };

export async function enterRoom(page: Page): Promise<GarmentPage> {
  const garment = new GarmentPage(page);
  await garment.open();
  await garment.enterRoom();
  return garment;
}
