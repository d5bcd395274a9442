import { expect, it } from 'vitest';
import { sayApply } from './say-apply.ts';

const none = { creates: 0, updates: 0, skips: 0, errors: 0, publishes: 0, unchanged: 0 };

it('says how many of the new garments shoppers will see', () => {
  expect(sayApply({ ...none, creates: 98, publishes: 80 })).toBe(
    '98 new garments. About 80 of the 98 new garments go live as soon as their picture is here; the others are drafts. What has a picture that is not fit is sold without “Try it on”.',
  );
  expect(sayApply({ ...none, creates: 98, publishes: 98 })).toContain(
    'All 98 new garments go live as soon as their picture is here.',
  );
  expect(sayApply({ ...none, creates: 2 })).toBe('2 new garments. New ones are drafts at first.');
});

it('speaks of one as of one', () => {
  expect(sayApply({ ...none, creates: 1, publishes: 1 })).toBe(
    '1 new garment. It goes live as soon as its picture is here. What has a picture that is not fit is sold without “Try it on”.',
  );
  expect(sayApply({ ...none, creates: 2, publishes: 1 })).toContain(
    'About 1 of the 2 new garments goes live as soon as its picture is here; the other one is a draft.',
  );
});

it('says nothing of drafts where nothing is new', () => {
  expect(sayApply({ ...none, updates: 3 })).toBe('3 changed garments.');
});

it('tells what is unchanged from what is left out', () => {
  expect(sayApply({ ...none, updates: 1, skips: 98, unchanged: 98 })).toBe(
    '1 changed garment. 98 garments of the file are unchanged.',
  );
  expect(sayApply({ ...none, updates: 1, skips: 5, unchanged: 4, errors: 2 })).toBe(
    '1 changed garment. 4 garments of the file are unchanged. 3 garments of the file are left out.',
  );
});
