import fc from 'fast-check';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { logOptions } from './log.ts';

/** What the log writes, as one text. */
function written(write: (log: pino.Logger) => void): string {
  let text = '';
  const log = pino({ ...logOptions, level: 'debug' }, { write: (line: string) => (text += line) });
  write(log);
  return text;
}

const SECRET = 'hush-4711';

describe('the log', () => {
  const names = [
    ...['apiKey', 'api_key', 'x-api-key', 'password', 'passwordHash', 'secret', 'NEXTAUTH_SECRET'],
    ...['token', 'accessToken', 'refresh_token', 'tokenHash', 'cookie', 'Set-Cookie', 'cookies'],
    ...['authorization', 'Authorization', 'signature', 'url', 'href', 'link', 'email', 'fileName'],
    ...['headers', 'body', 'storageKey', 'credentials'],
  ];

  it.each(names)('leaves out what is called %s, however deep it stands', (name) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('request', 'one', 'list'), { maxLength: 5 }), (path) => {
        const entry = path.reduce<object>(
          (inner, step) => ({ [step]: step === 'list' ? [inner] : inner }),
          { [name]: SECRET },
        );
        const text = written((log) => log.info(entry, 'asked'));
        expect(text).not.toContain(SECRET);
        expect(text).toContain('[redacted]');
      }),
      { numRuns: 30 },
    );
  });

  it('keeps ids, codes and timings', () => {
    const entry = { tryOnId: 'a1', state: 'running', ms: 12, error: 'TypeError', at: ['a', 'b'] };
    expect(JSON.parse(written((log) => log.info(entry, 'asked')))).toMatchObject({
      ...entry,
      msg: 'asked',
    });
  });

  it.each([
    ['a session', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..Zm9v.YmFy.YmF6'],
    ['a signed link', `https://shop.example/api/media/1?expires=17&signature=${SECRET}`],
    ['a key of the provider’s', 'refused for SG_0123456789abcdef'],
    ['a bearer', `Bearer ${SECRET}`],
    ['a database', `postgres://user:${SECRET}@host/db`],
  ])('leaves out %s under whatever name', (_, text) => {
    const printed = written((log) => log.warn({ detail: text, deep: { list: [text] } }));
    for (const part of ['eyJhbG', SECRET, 'SG_0123']) expect(printed).not.toContain(part);
  });

  it.each(['sign-up', 'reset-password', 'confirm-email', 'share', 'join'])(
    'leaves out what makes a link to /%s a key',
    (page) => {
      const token = SECRET.padEnd(43, '0');
      const text = written((log) => log.warn({ detail: `at /${page}/${token}?from=mail` }));
      expect(text).toContain(`/${page}/[redacted]`);
      expect(text).not.toContain(SECRET);
    },
  );

  it('says of an exception what it is, and not what it says', () => {
    const error = new RangeError(`no ${SECRET} here`);
    const text = written((log) => {
      log.error(error);
      log.error({ err: error, cause: { error } }, 'failed');
    });
    expect(text).not.toContain('no hush');
    expect(text).toContain('RangeError');
  });

  it('writes no bytes', () => {
    const bytes = new TextEncoder().encode(SECRET);
    expect(written((log) => log.info({ given: bytes }))).not.toMatch(/104|hush/);
  });

  it('ends where an entry holds itself', () => {
    const entry: Record<string, unknown> = { one: 1 };
    entry.self = entry;
    expect(written((log) => log.info(entry))).toContain('"one":1');
  });
});
