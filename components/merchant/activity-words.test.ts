import { describe, expect, it } from 'vitest';
import type { ActivityItem } from '#lib/contracts/activity.ts';
import { activityWords } from './activity-words.ts';

const item = (change: Partial<ActivityItem>): ActivityItem => ({
  id: '1',
  at: '2026-11-28T00:00:00.000Z',
  actor: 'Ana',
  action: 'garment.updated',
  subject: { type: 'garment', id: 'g', name: 'Tea dress, navy' },
  detail: {},
  ...change,
});

describe('what somebody did', () => {
  it('is said with the name of what it was done to', () => {
    expect(activityWords(item({}))).toBe('changed Tea dress, navy');
    expect(
      activityWords(item({ action: 'garment.status', detail: { from: 'DRAFT', to: 'ACTIVE' } })),
    ).toBe('set Tea dress, navy to published');
    const changed = item({ action: 'garments.changed', detail: { kind: 'price', changed: 1 } });
    expect(activityWords(changed)).toBe('changed 1 garment at once (price)');
  });

  it('is said of caps with what they became', () => {
    const detail = { monthlyTryOns: 500, shopperDailyTryOns: 'none' };
    expect(activityWords(item({ action: 'shop.caps', detail }))).toBe(
      'set the month’s cap to 500, the cap for one shopper to none',
    );
  });

  it('is said also of what is gone, and of what has no words yet', () => {
    const gone = { type: 'garment', id: 'g', name: null };
    expect(activityWords(item({ subject: gone }))).toBe(
      'changed a garment that is no longer there',
    );
    expect(activityWords(item({ action: 'garment.re-dyed' }))).toBe(
      'garment re dyed: Tea dress, navy',
    );
  });
});
