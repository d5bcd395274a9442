import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BodyFinding } from '#lib/domain/photo-check.ts';
import { standing } from '#lib/domain/testing/body.ts';
import type { BodyFinder } from './ask-worker.ts';
import { checkPhoto, PATIENCE_MS, type PhotoReport, personBox } from './check-photo.ts';
import { lookedAtSize, type readPhoto } from './read-photo.ts';
import { painted } from './testing/pixels.ts';

const file = new Blob(['a photo']);
const pixels = painted(
  600,
  800,
  (x, y) => 60 + 120 * ((Math.floor(x / 9) + Math.floor(y / 11)) % 2),
);
const read = async () => ({ photo: { width: 3000, height: 4000 }, pixels });
const found: BodyFinding = {
  kind: 'body',
  points: standing(),
  frame: { width: 600, height: 800 },
  somebodyElse: false,
};

const finderOf = (find: BodyFinder['find']): BodyFinder => ({ find, close: () => {} });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function reportsOf(
  finder: BodyFinder,
  open: typeof readPhoto = read,
  given = file,
): Promise<PhotoReport[]> {
  const reports: PhotoReport[] = [];
  const checked = checkPhoto(given, 'DRESS', finder, (report) => reports.push(report), open);
  await vi.advanceTimersByTimeAsync(60_000);
  await checked;
  return reports;
}

describe('the check of a photo', () => {
  it('is told once when the person is found in time', async () => {
    const reports = await reportsOf(finderOf(async () => found));
    expect(reports).toEqual([
      { kind: 'looked_at', verdict: { advice: [], person: 'looked_for' }, body: found },
    ]);
  });

  it('is told without the person when the patience is over, and again when she is found', async () => {
    const late = finderOf(
      () => new Promise((resolve) => setTimeout(() => resolve(found), PATIENCE_MS + 1)),
    );
    expect(await reportsOf(late)).toEqual([
      { kind: 'looked_at', verdict: { advice: [], person: 'too_slow' }, body: null },
      { kind: 'looked_at', verdict: { advice: [], person: 'looked_for' }, body: found },
    ]);
  });

  it('goes on without a model', async () => {
    const without = finderOf(async () => ({ kind: 'not_looked', why: 'cannot' }));
    expect(await reportsOf(without)).toEqual([
      { kind: 'looked_at', verdict: { advice: [], person: 'cannot' }, body: null },
    ]);
  });

  it('says so when the browser cannot look at the file', async () => {
    const reports = await reportsOf(
      finderOf(async () => found),
      async () => null,
    );
    expect(reports).toEqual([{ kind: 'unreadable' }]);
  });

  it('ends where the server is certain to refuse the size, without looking for a person', async () => {
    const find = vi.fn(async () => found);
    const sized = (width: number, height: number) =>
      reportsOf(finderOf(find), async () => ({ photo: { width, height }, pixels }));
    expect(await sized(40, 53)).toEqual([{ kind: 'refused', code: 'too_small' }]);
    expect(await sized(400, 2_000)).toEqual([{ kind: 'refused', code: 'too_narrow' }]);
    expect(find).not.toHaveBeenCalled();
  });

  it.each([
    ['a text', 'Dear diary', { kind: 'refused', code: 'not_an_image' }],
    ['a PDF', '%PDF-1.7', { kind: 'refused', code: 'unsupported_type' }],
    ['an iPhone’s HEIC', '\0\0\0\x18ftypheic', { kind: 'refused', code: 'unsupported_heic' }],
    ['a JPEG, of which the server may think better', '\xff\xd8\xff', { kind: 'unreadable' }],
  ] as const)('judges what is not decodable here by its bytes: %s', async (_, bytes, report) => {
    const given = new Blob([Uint8Array.from(bytes, (letter) => letter.charCodeAt(0))]);
    const reports = await reportsOf(
      finderOf(async () => found),
      async () => 'undecodable',
      given,
    );
    expect(reports).toEqual([report]);
  });
});

describe('what is looked at', () => {
  it('is at most 1024 pixels long, and never enlarged', () => {
    expect(lookedAtSize({ width: 3000, height: 4000 })).toEqual({ width: 768, height: 1024 });
    expect(lookedAtSize({ width: 300, height: 400 })).toEqual({ width: 300, height: 400 });
    expect(lookedAtSize({ width: 20_000, height: 3 }).height).toBe(1);
  });

  it('is the person from eyes to hips', () => {
    expect(personBox(standing())).toEqual({ left: 235, top: 130, width: 130, height: 260 });
  });
});
