import { describe, expect, it } from 'vitest';
import { readCaseQuery } from './case-query.ts';
import { type CasePile, caseTabs, countTabs, tabOf, withTab } from './case-tabs.ts';

const plain = readCaseQuery({});

describe('the tabs of the queue', () => {
  it('are each found again in the question that they ask', () => {
    for (const tab of caseTabs) expect(tabOf(withTab(plain, tab))).toBe(tab);
  });

  it('keep what else is asked for', () => {
    const asked = readCaseQuery({
      shop: 'halden',
      search: 'block',
      assignee: 'me',
      cause: 'failed',
    });
    expect(withTab(asked, 'blocked')).toEqual({ ...asked, cause: 'blocked' });
  });

  it('let go of whose cases when "Mine" is left', () => {
    const failed = withTab(withTab(plain, 'mine'), 'failed');
    expect(failed.assignee).toBeUndefined();
    expect(failed.cause).toBe('failed');
  });

  it('are none for a question across all of them', () => {
    expect(tabOf(readCaseQuery({ status: 'any' }))).toBeNull();
    expect(tabOf(readCaseQuery({ status: 'resolved', cause: 'failed' }))).toBeNull();
  });
});

describe('the counts of the tabs', () => {
  const piles: CasePile[] = [
    { cause: 'failed', appeal: null, assigneeId: null, count: 5 },
    { cause: 'blocked', appeal: 'OPEN', assigneeId: 'me-id', count: 2 },
    { cause: 'blocked', appeal: 'UPHELD', assigneeId: 'other', count: 1 },
  ];

  it('are those of the list that each would show', () => {
    expect(countTabs(plain, piles, 'me-id')).toMatchObject({
      open: 8,
      appeals: 2,
      blocked: 3,
      failed: 5,
      late: 0,
      mine: 2,
      nobody: 5,
    });
  });

  it('are told of one person’s cases where those are asked for', () => {
    const asked = readCaseQuery({ assignee: 'other' });
    expect(countTabs(asked, piles, 'me-id')).toMatchObject({ open: 1, blocked: 1, appeals: 0 });
  });
});
