import { expect, it } from 'vitest';
import { inSession } from './in-session.ts';
import { ProblemError } from './problem-error.ts';

const refusal = (code: string) =>
  new ProblemError({ type: 'about:blank', title: code, status: 401, code });

/** A server that knows a session or not. */
function server(knows: boolean) {
  let known = knows;
  const heard: string[] = [];
  const ensure = async () => {
    heard.push('guest');
    known = true;
  };
  const work = async () => {
    heard.push('wish');
    if (!known) throw refusal('unauthenticated');
    return 'done';
  };
  return { heard, ensure, work };
}

it('makes a guest of a newcomer before anything else', async () => {
  const { heard, ensure, work } = server(false);
  expect(await inSession(false, ensure, work)).toBe('done');
  expect(heard).toEqual(['guest', 'wish']);
});

it('sends the wish of somebody with a session at once', async () => {
  const { heard, ensure, work } = server(true);
  expect(await inSession(true, ensure, work)).toBe('done');
  expect(heard).toEqual(['wish']);
});

it('makes a guest of somebody whose session has ended meanwhile, and sends the wish again', async () => {
  const { heard, ensure, work } = server(false);
  expect(await inSession(true, ensure, work)).toBe('done');
  expect(heard).toEqual(['wish', 'guest', 'wish']);
});

it.each([true, false])('passes every other refusal on (session: %s)', async (hasSession) => {
  const heard: string[] = [];
  const asked = inSession(
    hasSession,
    async () => heard.push('guest'),
    async () => {
      heard.push('wish');
      throw refusal('allowance_used');
    },
  );
  await expect(asked).rejects.toMatchObject({ code: 'allowance_used' });
  expect(heard.filter((one) => one === 'wish')).toHaveLength(1);
});

it('does not go round for ever when the session is refused again', async () => {
  let wishes = 0;
  const asked = inSession(
    true,
    async () => {},
    async () => {
      wishes += 1;
      throw refusal('unauthenticated');
    },
  );
  await expect(asked).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(wishes).toBe(2);
});
