import { describe, expect, it } from 'vitest';
import { queueSentence } from './sending-words.ts';

describe('the sentence about the queue', () => {
  it('speaks of none, one and many', () => {
    expect(queueSentence({ queued: 0, underWay: 0 })).toBe('No try-ons wait, none is under way.');
    expect(queueSentence({ queued: 1, underWay: 1 })).toBe('One try-on waits, one is under way.');
    expect(queueSentence({ queued: 12, underWay: 3 })).toBe('12 try-ons wait, 3 are under way.');
  });
});
