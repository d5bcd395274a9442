import { describe, expect, it } from 'vitest';
import { keepTrying } from './keep-trying.ts';
import { ProblemError, UnreachableError } from './problem-error.ts';

const refusal = new ProblemError({
  type: 'about:blank',
  title: 'No.',
  status: 409,
  code: 'conflict',
});

describe('keepTrying', () => {
  it('asks again until an answer comes and says when the trouble begins and ends', async () => {
    const troubles: boolean[] = [];
    const pauses: number[] = [];
    let calls = 0;
    const answer = await keepTrying(
      async () => {
        calls += 1;
        if (calls < 4) throw new UnreachableError();
        return 'here';
      },
      {
        onTrouble: (inTrouble) => troubles.push(inTrouble),
        pause: async (milliseconds) => {
          pauses.push(milliseconds);
        },
      },
    );
    expect(answer).toBe('here');
    expect(pauses).toEqual([1_000, 2_000, 4_000]);
    expect(troubles).toEqual([true, true, true, false]);
  });

  it('takes a refusal for an answer', async () => {
    await expect(keepTrying(() => Promise.reject(refusal))).rejects.toBe(refusal);
  });

  it('stops when it is called off during a pause', async () => {
    const off = new AbortController();
    const trying = keepTrying(() => Promise.reject(new UnreachableError()), {
      signal: off.signal,
      pause: async () => off.abort(),
    });
    await expect(trying).rejects.toMatchObject({ name: 'AbortError' });
  });
});
