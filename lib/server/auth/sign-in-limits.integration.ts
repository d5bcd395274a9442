import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db, disconnect } from '#lib/server/db.ts';
import { makePerson } from '#lib/server/testing/shop-floor.ts';
import type { Actor } from './actor.ts';
import { takeMail } from './mail-limits.ts';
import { authOptions } from './options.ts';
import { hashPassword } from './password.ts';
import { proveAgain } from './prove-again.ts';
import { forgiveSignInTries, takeSignInTry } from './sign-in-limits.ts';

afterAll(disconnect);

const password = 'curtains at four';
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

async function makeAccount() {
  const { userId, email } = await makePerson();
  await db().user.update({ where: { id: userId }, data: { passwordHash } });
  return { userId, email: String(email) };
}

/** As next-auth calls it; the word that ends in the address when it throws. */
async function signIn(email: string, typed: string, address: string) {
  const [byPassword] = authOptions({ sessionCookie: undefined, address }).providers;
  const { options } = byPassword as unknown as {
    options: { authorize: (given: unknown) => Promise<{ id: string } | null> };
  };
  return options.authorize({ email, password: typed }).catch((error: Error) => error.message);
}

const somewhere = () => randomUUID();

describe('sign-in tries', () => {
  it('run out for one account at one address, also for the right password', async () => {
    const [{ email, userId }, here] = [await makeAccount(), somewhere()];
    for (let time = 0; time < 10; time += 1) expect(await signIn(email, 'wrong', here)).toBeNull();
    expect(await signIn(email, password, here)).toMatch(/^too_many\.(8\d\d|900)$/);
    expect(await signIn(email, password, somewhere())).toMatchObject({ id: userId });
  });

  it('run out for an address that has no account in the same way', async () => {
    const [email, here] = [`${randomUUID()}@example.org`, somewhere()];
    for (let time = 0; time < 10; time += 1) expect(await signIn(email, 'wrong', here)).toBeNull();
    expect(await signIn(email, 'wrong', here)).toMatch(/^too_many\./);
  });

  it('begin anew after the right password', async () => {
    const [{ email, userId }, here] = [await makeAccount(), somewhere()];
    for (let round = 0; round < 2; round += 1) {
      for (let time = 0; time < 9; time += 1) await signIn(email, 'wrong', here);
      expect(await signIn(email, password, here)).toMatchObject({ id: userId });
    }
  });

  it('are not more when many are made at once', async () => {
    const [{ email }, here] = [await makeAccount(), somewhere()];
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => signIn(email, 'wrong', here)),
    );
    expect(answers.filter((answer) => answer === null)).toHaveLength(10);
  });

  it('run out for whoever tries many accounts from one address', async () => {
    const here = somewhere();
    for (let time = 0; time < 100; time += 1) await takeSignInTry(randomUUID(), here);
    const { email } = await makeAccount();
    expect(await signIn(email, password, here)).toMatch(/^too_many\.3[56]\d\d$/);
  });

  it('run out for whoever tries one account from many addresses', async () => {
    const { email } = await makeAccount();
    for (let time = 0; time < 100; time += 1) await takeSignInTry(email, somewhere());
    expect(await signIn(email, password, somewhere())).toMatch(/^too_many\./);
  });

  it('tell of a suspension only whoever knows the password', async () => {
    const { email, userId } = await makeAccount();
    await db().user.update({ where: { id: userId }, data: { suspendedAt: new Date() } });
    expect(await signIn(email, password, somewhere())).toBe('suspended');
    expect(await signIn(email, 'wrong', somewhere())).toBeNull();
  });
});

describe('a sign-in without a password', () => {
  const came = { sessionCookie: undefined, address: 'elsewhere' };
  const ask = (user: { id: string; email?: string }, more: object) =>
    Promise.resolve(
      authOptions(came).callbacks?.signIn?.({ user, account: null, ...more } as never),
    ).catch((error: Error) => error.message);

  it('is refused to a suspended person when she has shown who she is, and not before', async () => {
    const { userId: id, email } = await makeAccount();
    await db().user.update({ where: { id }, data: { suspendedAt: new Date() } });
    const google = { account: { provider: 'google', type: 'oauth' } };
    expect(await ask({ id }, google)).toBe('suspended');
    const link = { account: { provider: 'email', type: 'email' } };
    expect(await ask({ id, email }, link)).toBe('suspended');
    expect(await ask({ id, email }, { ...link, email: { verificationRequest: true } })).toBe(true);
  });

  it('asks for no more than a few links in an hour, whoever has the address', async () => {
    const { userId: id, email } = await makeAccount();
    for (const user of [
      { id, email },
      { id: 'nobody@example.org', email: 'nobody@example.org' },
    ]) {
      const asked = { account: { type: 'email' }, email: { verificationRequest: true } };
      for (let time = 0; time < 5; time += 1) expect(await ask(user, asked)).toBe(true);
      expect(await ask(user, asked)).toMatch(/^too_many\./);
    }
  });

  it('takes away what opened the account before anybody showed to own the address', async () => {
    const { userId: id, email } = await makeAccount();
    const data = { userId: id, type: 'oauth', provider: 'github', providerAccountId: randomUUID() };
    await db().account.create({ data });
    expect(await ask({ id, email }, { account: { type: 'email' } })).toBe(true);
    expect(await signIn(email, password, somewhere())).toBeNull();
    expect(await db().user.findUnique({ where: { id } })).toMatchObject({ sessionEpoch: 1 });
    expect(await db().account.count({ where: { userId: id } })).toBe(0);

    // Afterwards both are the owner's.
    await db().user.update({ where: { id }, data: { passwordHash } });
    await db().account.create({ data });
    expect(await ask({ id, email }, { account: { type: 'email' } })).toBe(true);
    expect(await signIn(email, password, somewhere())).toMatchObject({ id });
    expect(await db().account.count({ where: { userId: id } })).toBe(1);
  });
});

describe('a limit on mails', () => {
  const isRefused = (asked: Promise<void>) => asked.then(Boolean, (error) => error.code);

  it('is for whoever asks, and shuts nobody else out of any kind of mail', async () => {
    const [to, stranger] = [`${randomUUID()}@example.org`, somewhere()];
    for (let time = 0; time < 5; time += 1) await takeMail('reset', to, stranger);
    expect(await isRefused(takeMail('reset', to, stranger))).toBe('rate_limited');
    await takeMail('register', to, stranger);
    await takeMail('reset', to, somewhere());
  });

  it('holds for one mailbox as well, from however many places', async () => {
    const to = `${randomUUID()}@example.org`;
    for (let time = 0; time < 40; time += 1) await takeMail('sign-in', to, somewhere());
    expect(await isRefused(takeMail('sign-in', to, somewhere()))).toBe('rate_limited');
  });
});

describe('a person who is signed in', () => {
  it('can show who she is while others keep the door locked', async () => {
    const { email, userId } = await makeAccount();
    const actor = { userId, email, isGuest: false } as Actor;
    for (let time = 0; time < 101; time += 1) {
      await takeSignInTry(email, somewhere()).catch(() => undefined);
    }
    expect(await signIn(email, password, somewhere())).toMatch(/^too_many\./);
    await proveAgain(actor, { session: null, currentPassword: password });

    // A link to her mail opens the door again.
    await forgiveSignInTries(email, somewhere());
    expect(await signIn(email, password, somewhere())).toMatchObject({ id: userId });
  });

  it('has few tries all the same', async () => {
    const { email, userId } = await makeAccount();
    const actor = { userId, email, isGuest: false } as Actor;
    const wrong = () =>
      proveAgain(actor, { session: null, currentPassword: 'wrong' }).catch((error) => error.code);
    for (let time = 0; time < 10; time += 1) expect(await wrong()).toBe('wrong_credentials');
    expect(await wrong()).toBe('rate_limited');
  });
});
