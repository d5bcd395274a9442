import { describe, expect, it } from 'vitest';
import { fetchCredits } from './credits.ts';
import { html, json, scriptedContext } from './testing/scripted-fetch.ts';

describe('the balance of the account', () => {
  it.each([
    [{ credits: 12.5 }, 12.5],
    [{ credits: '12.5' }, 12.5],
    [{ credits: 0 }, 0],
    [{ remaining_credits: 3 }, 3],
    [{ balance: 3 }, 3],
  ])('reads %j', async (body, credits) => {
    const { context, sent } = scriptedContext([json(200, body)]);
    expect(await fetchCredits(context)).toEqual({ kind: 'known', credits });
    expect(sent).toMatchObject([
      { method: 'GET', url: 'https://api.segmind.com/v1/get-user-credits' },
    ]);
  });

  it.each([
    [json(200, { credits: 'many' }), 'provider_protocol'],
    [html(200), 'provider_protocol'],
    [json(401, { error: 'wrong key' }), 'credentials'],
    [json(500, {}), 'provider_error'],
  ])('cannot tell after %s', async (answer, errorClass) => {
    const { context } = scriptedContext([answer]);
    expect(await fetchCredits(context)).toMatchObject({ kind: 'unavailable', errorClass });
  });
});
