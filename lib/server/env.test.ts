import { describe, expect, it } from 'vitest';
import { readEnv } from './env.ts';

const whole = {
  DATABASE_URL: 'postgres://db.example/fitting',
  NEXTAUTH_URL: 'https://fitting.shop',
  NEXTAUTH_SECRET: 'kZ0b8Gm2qYtq1l9xv7cP3uWn5sJ4rE6h',
  SEGMIND_API_KEY: 'SG_0123456789abcdef',
};

describe('the configuration', () => {
  it('has a default for everything that has a sensible one', () => {
    expect(readEnv(whole)).toMatchObject({
      SEGMIND_BASE_URL: 'https://api.segmind.com',
      SEGMIND_RPM: 5,
      WORKER: 'inline',
      LONG_POLL_SECONDS: 25,
      SEGMIND_OUTPUT_HOSTS: ['images.segmind.com', 'segmind-*.s3.amazonaws.com'],
    });
  });

  it.each(Object.keys(whole))('names %s when it is missing, and what to give', (name) => {
    const lacking = { ...whole, [name]: undefined };
    expect(() => readEnv(lacking)).toThrow(new RegExp(`${name}: is not set\\. Give `));
  });

  it('treats a variable that is set to nothing as not set', () => {
    expect(() => readEnv({ ...whole, DATABASE_URL: '' })).toThrow(/DATABASE_URL: is not set/);
    expect(readEnv({ ...whole, SEGMIND_RPM: '', SMTP_URL: '' })).toMatchObject({ SEGMIND_RPM: 5 });
  });

  it('never repeats a value in its complaints', () => {
    const wrong = { ...whole, NEXTAUTH_SECRET: 'hunter2', SEGMIND_RPM: 'many-secrets' };
    try {
      readEnv(wrong);
      expect.unreachable();
    } catch (error) {
      expect(String(error)).toContain('NEXTAUTH_SECRET');
      expect(String(error)).not.toMatch(/hunter2|many-secrets/);
    }
  });

  it.each([
    [
      'a default secret',
      { NEXTAUTH_SECRET: 'please-change-me-please-change-me' },
      /NEXTAUTH_SECRET/,
    ],
    ['the sandbox', { SEGMIND_IS_SANDBOX: '1' }, /SEGMIND_IS_SANDBOX/],
    ['a local address', { NEXTAUTH_URL: 'http://localhost:3000' }, /NEXTAUTH_URL/],
  ])('refuses %s on a real installation, and allows it on a laptop', (_, change, complaint) => {
    expect(() => readEnv({ ...whole, ...change })).toThrow(complaint);
    expect(() => readEnv({ ...whole, ...change, FITTING_ROOM_LAUNCHER: '1' })).not.toThrow();
  });

  it('allows the sandbox where somebody asked for it', () => {
    const demo = { ...whole, SEGMIND_IS_SANDBOX: '1', ALLOW_SANDBOX: '1' };
    expect(readEnv(demo).SEGMIND_IS_SANDBOX).toBe(true);
  });
});
