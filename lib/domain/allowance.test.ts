import { describe, expect, it } from 'vitest';
import { dailyAllowance, isRunningLow } from './allowance.ts';

describe('an allowance', () => {
  it('is not spoken of while there is plenty of it', () => {
    for (const aDay of Object.values(dailyAllowance)) {
      expect(isRunningLow({ aDay, left: aDay })).toBe(false);
    }
  });

  it('is told a guest when half of it is used, long before it is gone', () => {
    expect(isRunningLow({ aDay: dailyAllowance.guest, left: 7 })).toBe(false);
    expect(isRunningLow({ aDay: dailyAllowance.guest, left: 6 })).toBe(true);
  });

  it('is told anybody else when few are left', () => {
    for (const aDay of [dailyAllowance.account, dailyAllowance.staff]) {
      expect(isRunningLow({ aDay, left: 11 })).toBe(false);
      expect(isRunningLow({ aDay, left: 10 })).toBe(true);
      expect(isRunningLow({ aDay, left: 0 })).toBe(true);
    }
  });
});
