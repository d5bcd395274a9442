import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '#lib/contracts/review.ts';
import { timelineCodes, timelineText, timelineWords } from './timeline-words.ts';

const event = (change: Partial<CaseEvent>): CaseEvent => ({
  at: '2026-01-01T00:00:00.000Z',
  by: 'Ada',
  source: 'admin',
  kind: 'note',
  state: null,
  detail: {},
  ...change,
});

describe('the timeline of a case', () => {
  it('names a change of state and its codes', () => {
    const failed = event({
      by: null,
      source: 'try-on',
      kind: 'failed',
      state: 'failed',
      detail: { errorClass: 'provider_error', http: 502, classifier: 3 },
    });
    expect(timelineWords(failed)).toBe('Failed');
    expect(timelineCodes(failed)).toBe('Provider error · HTTP 502');
    expect(timelineWords({ ...failed, kind: 'note', state: 'queued' })).toBe('Still queued');
  });

  it('goes on from who did it', () => {
    const looked = event({
      kind: 'picture.seen',
      detail: { which: 'photo', reason: 'Checking a report' },
    });
    expect(timelineWords(looked)).toBe('looked at the photo:');
    expect(timelineText(looked)).toBe('Checking a report');
    const resolved = event({ kind: 'case.resolve', detail: { resolution: 'put_right' } });
    expect(timelineWords(resolved)).toBe('resolved it: put right');
    expect(timelineWords(event({ kind: 'case.assign', detail: { assignee: 'Bo' } }))).toBe(
      'assigned it to Bo',
    );
  });

  it('shows what it has no words for by its name', () => {
    expect(timelineWords(event({ kind: 'person.allowance-changed' }))).toBe(
      'person allowance changed',
    );
  });
});
