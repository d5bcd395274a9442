import { describe, expect, it } from 'vitest';
import { readErrorText, readFigure, readJsonObject, readMetrics, requestIdSchema } from './wire.ts';

describe('request ids', () => {
  it.each(['2c7f59ea-1b0c-4b51-9d5e-0123456789ab', 'abc_123', 'X'])('takes %s', (id) => {
    expect(requestIdSchema.safeParse(id).success).toBe(true);
  });

  it.each([
    '',
    '..',
    '../v1/get-user-credits',
    'a/b',
    'a?b',
    'a#b',
    '%2e',
    '-a',
    'a\n',
    7,
    null,
    'x'.repeat(129),
  ])('refuses %j, which would lead elsewhere', (id) => {
    expect(requestIdSchema.safeParse(id).success).toBe(false);
  });
});

describe('metrics', () => {
  it('reads the figures that are there', () => {
    expect(
      readMetrics({
        cost: 0.011,
        inference_time: 13.06,
        queue_time: '0.4',
        total_time: 13.5,
        remaining_credits: 9,
      }),
    ).toEqual({
      costUsd: 0.011,
      inferenceSeconds: 13.06,
      queueSeconds: 0.4,
      totalSeconds: 13.5,
      remainingCredits: 9,
    });
  });

  it.each([undefined, null, [], 'text', {}, { inference_time: 'long' }, { cost: null }])(
    'makes nothing of %j, and does not fail',
    (value) => {
      expect(readMetrics(value)).toEqual({});
    },
  );

  it.each([['1e9'], ['0x10'], [''], [Number.NaN], [Number.POSITIVE_INFINITY], [true]])(
    'does not take %s for a figure',
    (value) => {
      expect(readFigure(value)).toBeUndefined();
    },
  );
});

describe('bodies', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it.each(['', '[]', '"text"', 'null', '7', '{', '<html>', '{"a":1}{'])(
    'finds no object in %j',
    (text) => {
      expect(readJsonObject(bytes(text))).toBeUndefined();
    },
  );

  it('finds no object in broken UTF-8', () => {
    expect(readJsonObject(new Uint8Array([0x7b, 0xff, 0x7d]))).toBeUndefined();
  });

  it.each([
    [{ error: 'No human detected' }, 'No human detected'],
    [
      { error: 'invalid_token', error_description: 'The key is wrong', status_code: 401 },
      'invalid_token: The key is wrong',
    ],
    [{ error: { code: 7 } }, '{"code":7}'],
    [{ error: '', message: 'from the gateway' }, 'from the gateway'],
    [{ detail: [{ loc: ['category'] }] }, '[{"loc":["category"]}]'],
    [{ error: null }, undefined],
    [{}, undefined],
  ])('takes the words of %j', (body, expected) => {
    expect(readErrorText(body)).toBe(expected);
  });
});
