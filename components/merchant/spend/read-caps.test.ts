import { expect, it } from 'vitest';
import { printCaps, readCaps } from './read-caps.ts';

const none = { monthlyTryOns: '', dailyTryOns: '', shopperDailyTryOns: '' };

it('reads caps as people write them, and empty as none', () => {
  const texts = { monthlyTryOns: ' 1,000 ', dailyTryOns: '', shopperDailyTryOns: '5' };
  const caps = { monthlyTryOns: 1000, dailyTryOns: null, shopperDailyTryOns: 5 };
  expect(readCaps(texts)).toEqual({ caps });
  expect(readCaps(printCaps(caps))).toEqual({ caps });
});

it('says beside its field what is no cap', () => {
  for (const wrong of ['many', '0', '-3', '2000000']) {
    expect(readCaps({ ...none, dailyTryOns: wrong })).toEqual({
      errors: { dailyTryOns: expect.stringContaining('whole number') },
    });
  }
});
