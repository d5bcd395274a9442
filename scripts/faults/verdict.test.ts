import { describe, expect, it } from 'vitest';
import { type Circumstances, type Evidence, judge } from './verdict.ts';

const usual: Circumstances = { forgottenAt: [], mayFail: false };
const post = { at: 20, accepted: true, requestId: 'job' };

const succeeded: Evidence = {
  state: 'succeeded',
  version: 5,
  requestId: 'job',
  events: (['queued', 'sending', 'running', 'saving', 'succeeded'] as const).map((state, i) => ({
    version: i + 1,
    kind: state,
    state,
    at: 10 * (i + 1),
  })),
  usage: ['RESERVE', 'CHARGE'],
  picture: 'whole',
  posts: [post],
};

const unknown: Evidence = {
  ...succeeded,
  state: 'unknown',
  version: 3,
  requestId: null,
  events: (['queued', 'sending', 'unknown'] as const).map((state, i) => ({
    version: i + 1,
    kind: state,
    state,
    at: 10 * (i + 1),
  })),
  usage: ['RESERVE', 'RELEASE'],
  picture: 'none',
};

const wrongs = (evidence: Evidence | null, circumstances = usual) =>
  judge(evidence, circumstances).map(({ wrong }) => wrong);

describe('the verdict', () => {
  it('finds nothing wrong with a look that was sent once and saved', () => {
    expect(wrongs(succeeded)).toEqual([]);
  });

  it('finds nothing wrong with an answer that was lost', () => {
    expect(wrongs(unknown)).toEqual([]);
  });

  it('calls a try-on lost that was acknowledged and is not there', () => {
    expect(wrongs(null)).toEqual(['lost']);
  });

  it('calls a try-on stuck that is not final', () => {
    const events = succeeded.events.slice(0, 3);
    expect(wrongs({ ...succeeded, state: 'running', version: 3, events })).toEqual(['stuck']);
  });

  it('calls it doubled when the provider accepted it twice', () => {
    const posts = [post, { at: 25, accepted: true, requestId: 'other' }];
    expect(wrongs({ ...succeeded, posts })).toEqual(['doubled']);
  });

  it('calls it doubled when it was sent again after it was accepted, accepted or not', () => {
    const posts = [post, { at: 25, accepted: false, requestId: null }];
    expect(wrongs({ ...succeeded, posts })).toEqual(['doubled']);
  });

  it('calls it doubled when it was sent again after its answer was lost', () => {
    const posts = [{ ...post, at: 31 }];
    expect(wrongs({ ...unknown, posts })).toEqual(['doubled']);
  });

  it('allows a second POST after one that was refused', () => {
    const posts = [{ at: 15, accepted: false, requestId: null }, post];
    expect(wrongs({ ...succeeded, posts })).toEqual([]);
  });

  it.each(['damaged', 'none'] as const)('calls a look lost whose picture is %s', (picture) => {
    expect(wrongs({ ...succeeded, picture })).toEqual(['lost']);
  });

  it.each([[['RESERVE']], [['RESERVE', 'CHARGE', 'RELEASE']], [[]]])(
    'calls a try-on lost whose allowance reads %j',
    (usage) => {
      expect(wrongs({ ...succeeded, usage })).toEqual(['lost']);
    },
  );

  it('calls a failure lost unless it had a reason', () => {
    const events = unknown.events.map((event) =>
      event.state === 'unknown' ? { ...event, state: 'failed' as const } : event,
    );
    const failed: Evidence = { ...unknown, state: 'failed', events };
    expect(wrongs(failed)).toEqual(['lost']);
    expect(wrongs(failed, { ...usual, mayFail: true })).toEqual([]);
  });

  it('lets only what the provider has forgotten expire', () => {
    const events = succeeded.events
      .slice(0, 4)
      .map((event) => (event.state === 'saving' ? { ...event, state: 'expired' as const } : event));
    const expired: Evidence = {
      ...succeeded,
      state: 'expired',
      version: 4,
      events,
      picture: 'none',
      usage: ['RESERVE', 'RELEASE'],
    };
    expect(wrongs(expired)).toEqual(['lost']);
    expect(wrongs(expired, { ...usual, forgottenAt: [15] })).toEqual(['lost']);
    expect(wrongs(expired, { ...usual, forgottenAt: [40] })).toEqual([]);
  });

  it('calls it disorder when an event is missing, or follows on the wrong one', () => {
    const missing = succeeded.events.filter(({ version }) => version !== 3);
    expect(wrongs({ ...succeeded, events: missing })).toEqual(['disorder']);
    const swapped = succeeded.events.map((event, i) => ({
      ...event,
      state: succeeded.events[[0, 2, 1, 3, 4][i] ?? i]?.state ?? event.state,
    }));
    expect(wrongs({ ...succeeded, events: swapped })).toEqual(['disorder']);
  });
});
