import { expect, type Locator, type Page } from '@playwright/test';
import { untilPainted } from './painted.ts';

/** Somebody who has no mouse: everything is reached by Tab, and every stop is looked at. */
export class Keyboard {
  private readonly page: Page;
  private readonly most: number;

  /** `most`: after so many stops it is taken as out of reach. */
  constructor(page: Page, most = 90) {
    this.page = page;
    this.most = most;
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Goes from stop to stop until the focus is on `target`. */
  async reach(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(target).toBeVisible();
    for (let stop = 0; stop < this.most; stop += 1) {
      await this.press(key);
      await untilPainted(this.page);
      expect(
        await this.page.evaluate(whatIsWrongWithTheFocus),
        `on the way to ${target}`,
      ).toBeNull();
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`${target} is not reached within ${this.most} stops.`);
  }

  async follow(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.reach(target);
    await this.press(key);
  }
}

/** Runs in the page: WCAG 2.4.7 (it is seen) and 2.4.11 (it is not wholly covered), and that no side cuts it off. */
function whatIsWrongWithTheFocus(): string | null {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return 'The focus is lost.';
  const name = `<${focused.tagName.toLowerCase()}> “${(
    focused.getAttribute('aria-label') ||
    focused.textContent ||
    focused.getAttribute('name') ||
    ''
  )
    .trim()
    .slice(0, 40)}”`;

  // A field under a picture shows it on the picture or on the frame around both.
  const around = [focused, ...(focused.parentElement?.children ?? []), focused.parentElement];
  const isSeen = around.some((element) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    return (
      outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 && !/ 0\)$/.test(outlineColor)
    );
  });
  if (!focused.matches(':focus-visible') || !isSeen) return `The focus on ${name} is not seen.`;

  const target = focused.closest('label') ?? focused;
  const { left, top, right, bottom } = target.getBoundingClientRect();
  const isNarrow = right - left <= innerWidth;
  if (isNarrow && (left < 0 || right > innerWidth)) return `The focus on ${name} sticks out.`;
  const inset = 2;
  const xs = [Math.max(left, 0) + inset, (left + right) / 2, Math.min(right, innerWidth) - inset];
  const ys = [Math.max(top, 0) + inset, (top + bottom) / 2, Math.min(bottom, innerHeight) - inset];
  const isUncovered = xs.some((x) =>
    ys.some((y) => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && target.contains(hit);
    }),
  );
  return isUncovered ? null : `The focus on ${name} is covered.`;
}
