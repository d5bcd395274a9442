import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_POLL_INTERVAL_MS, nextPollIn, publishedLatency } from './poll-schedule.ts';

/** The times of all polls until `latencyMs`, in milliseconds since submission. */
function pollsUntil(latencyMs: number, model = publishedLatency): number[] {
  const polls: number[] = [];
  let at = 0;
  while (at < latencyMs) {
    at += nextPollIn(at, model, 0.5);
    polls.push(at);
  }
  return polls;
}

describe('the poll schedule', () => {
  it('asks a median try-on at most five times and is less than a second late', () => {
    const polls = pollsUntil(publishedLatency.medianMs);
    expect(polls.length).toBeLessThanOrEqual(5);
    expect((polls.at(-1) ?? 0) - publishedLatency.medianMs).toBeLessThan(1_000);
  });

  it('asks a job that does not end ever more rarely', () => {
    const polls = pollsUntil(10 * 60_000);
    expect(polls.length).toBeLessThan(70);
    expect((polls.at(-1) ?? 0) - (polls.at(-2) ?? 0)).toBeGreaterThan(10_000);
  });

  it('always waits a bounded, positive time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_600_000 }),
        fc.integer({ min: 1, max: 600_000 }),
        fc.double({ min: 0.1, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (elapsed, medianMs, sigma, jitter) => {
          const wait = nextPollIn(elapsed, { medianMs, sigma }, jitter);
          expect(wait).toBeGreaterThanOrEqual(100);
          expect(wait).toBeLessThanOrEqual(MAX_POLL_INTERVAL_MS);
        },
      ),
    );
  });
});
