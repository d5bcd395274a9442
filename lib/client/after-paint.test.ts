import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterPaint } from './after-paint.ts';

let paint = () => {};
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => {
    paint = callback;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('comes after the frame, which is painted when its callbacks have run', async () => {
  const seen: string[] = [];
  void afterPaint().then(() => seen.push('after'));
  await vi.advanceTimersByTimeAsync(50);
  expect(seen).toEqual([]);
  paint();
  await Promise.resolve();
  expect(seen).toEqual([]);
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toEqual(['after']);
});

it('comes all the same where nothing is painted', async () => {
  const seen: string[] = [];
  void afterPaint().then(() => seen.push('after'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(seen).toEqual(['after']);
});
