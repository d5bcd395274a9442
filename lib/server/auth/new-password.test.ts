import { expect, it } from 'vitest';
import { commonPasswords } from './common-passwords.ts';
import { hashNewPassword } from './new-password.ts';
import { hashPassword, passwordMatches } from './password.ts';

const robin = { email: 'robin@example.org', name: 'Robin' };

it('refuses the passwords that are tried first, in a sentence beside the field', async () => {
  for (const password of ['1234567890', 'qwertyuiop', 'Password123', 'basketball']) {
    await expect(hashNewPassword(password, robin), password).rejects.toMatchObject({
      code: 'invalid_input',
      fields: { password: expect.stringMatching(/many people/) },
    });
  }
  expect((await commonPasswords()).size).toBeGreaterThan(1_000);
});

it('opens with the password however its characters are put together', async () => {
  const hash = await hashNewPassword('caf\u00e9 on the corner', robin);
  expect(await passwordMatches(hash, 'cafe\u0301 on the corner')).toBe(true);
  expect(await passwordMatches(hash, 'cafe on the corner')).toBe(false);
});

it('opens what was hashed before characters were put together one way', async () => {
  const { hash } = await import('@node-rs/argon2');
  const old = await hash('cafe\u0301 on the corner');
  expect(await passwordMatches(old, 'cafe\u0301 on the corner')).toBe(true);
});

it('opens nothing where there is no password', async () => {
  expect(await passwordMatches(null, 'nobody has this password')).toBe(false);
  expect(await passwordMatches(await hashPassword('another one here'), 'another one here')).toBe(
    true,
  );
});
