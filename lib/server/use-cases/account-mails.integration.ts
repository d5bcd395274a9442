import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { nowInSeconds } from '#lib/server/auth/session-cookie.ts';
import { closeBoss } from '#lib/server/background/boss.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { endSessions, findActor } from '#lib/server/repositories/users.ts';
import { receiveMails } from '#lib/server/testing/account-mails.ts';
import { makePerson, makePhoto, makeShop } from '#lib/server/testing/shop-floor.ts';
import { tablesWith } from '../../../scripts/find-text.ts';
import { askEmailChange } from './ask-email-change.ts';
import { askPasswordReset } from './ask-password-reset.ts';
import { changePassword } from './change-password.ts';
import { checkPassword } from './check-password.ts';
import { confirmAccount } from './confirm-account.ts';
import { confirmEmail } from './confirm-email.ts';
import { hasResetLink } from './get-account-link.ts';
import { registerAccount } from './register-account.ts';
import { resetPassword } from './reset-password.ts';
import { startGuest } from './start-guest.ts';
import { sweepAccountTokens } from './sweep-account-tokens.ts';

afterAll(async () => {
  await closeBoss(1_000);
  await disconnect();
});

const { mailsTo, tokenTo } = receiveMails();

const anAddress = () => `${randomUUID()}@example.org`;
const somewhere = () => randomUUID();
const password = 'curtains at four';
const next = 'a window at five';
const wanted = (email: string) => ({ name: 'Robin', email, password });
const opens = async (email: string, typed: string) =>
  (await checkPassword({ email, password: typed }, somewhere())).kind === 'right';

/** Somebody with an account of her own, whose password is known here. */
async function makeAccount() {
  const { hashPassword } = await import('#lib/server/auth/password.ts');
  const person = await makePerson();
  const data = { passwordHash: await hashPassword(password) };
  await db().user.update({ where: { id: person.userId }, data });
  return { ...person, email: String(person.email) };
}

const session = (userId: string, signedInAt = nowInSeconds()) => ({ userId, epoch: 0, signedInAt });
const proof = (userId: string, currentPassword?: string) => ({
  session: session(userId),
  currentPassword,
});

describe('an account where mail is sent', () => {
  it('is made by the link in the mail, of the guest who asked for it', async () => {
    const email = anAddress();
    const guest = await startGuest(null);
    const photo = await makePhoto(guest);
    expect(await registerAccount(guest, wanted(email), somewhere())).toEqual({ kind: 'mailed' });
    expect(await db().user.count({ where: { email } })).toBe(0);

    const token = await tokenTo(email, '/sign-up');
    const { account, session: begun } = await confirmAccount(guest, { token }, somewhere());
    expect(account).toMatchObject({ userId: guest.userId, email, name: 'Robin', isGuest: false });
    expect(await findActor(db(), begun)).toEqual(account);
    expect(await db().photo.count({ where: { id: photo.id, userId: account.userId } })).toBe(1);
    expect(await opens(email, password)).toBe(true);
    await expect(confirmAccount(guest, { token }, somewhere())).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('takes its password as well in another browser, so nobody makes one for a stranger', async () => {
    const email = anAddress();
    await registerAccount(await startGuest(null), wanted(email), somewhere());
    const token = await tokenTo(email, '/sign-up');
    const elsewhere = await startGuest(null);
    const photo = await makePhoto(elsewhere);
    for (const actor of [null, elsewhere]) {
      for (const typed of [undefined, 'not this one']) {
        const wrong = confirmAccount(actor, { token, password: typed }, somewhere());
        await expect(wrong).rejects.toMatchObject({ code: 'wrong_credentials' });
      }
    }
    const { account } = await confirmAccount(elsewhere, { token, password }, somewhere());
    expect(await db().photo.count({ where: { id: photo.id, userId: account.userId } })).toBe(1);
  });

  it('is asked for in the same way when there is one: only its owner is told', async () => {
    const [free, { email: taken }] = [anAddress(), await makeAccount()];
    const answers = [];
    for (const email of [free, taken]) {
      answers.push(await registerAccount(null, wanted(email), somewhere()));
    }
    expect(answers[0]).toEqual(answers[1]);
    const [[toFree], [toTaken]] = [await mailsTo(free), await mailsTo(taken)];
    expect(toFree).toContain('/sign-up/');
    expect(toTaken).toContain('You have a Fitting Room account already');
    expect(toTaken).not.toContain('/sign-up/');
    expect(await opens(taken, password)).toBe(true);
  });

  it('leaves nothing of itself when it is never made', async () => {
    const email = anAddress();
    await registerAccount(null, wanted(email), somewhere());
    const token = await tokenTo(email, '/sign-up');
    const tomorrow = new Date(Date.now() + 25 * 60 * 60_000);
    await expect(
      confirmAccount(null, { token, password }, somewhere(), tomorrow),
    ).rejects.toMatchObject({ code: 'not_found' });
    const over = { email, role: 'VIEWER', tokenHash: email, expiresAt: tomorrow } as const;
    await db().shopInvitation.create({ data: { ...over, shopId: (await makeShop()).id } });
    await db().verificationToken.create({
      data: { identifier: email, token: email, expires: tomorrow },
    });
    await sweepAccountTokens(tomorrow);
    expect(await db().shopInvitation.count({ where: { email } })).toBe(0);
    expect(await db().verificationToken.count({ where: { identifier: email } })).toBe(0);
    expect(await db().accountToken.count({ where: { email } })).toBe(0);
  });
});

describe('a forgotten password', () => {
  it('is replaced by a link, once, and that ends all sessions', async () => {
    const { email, userId } = await makeAccount();
    await askPasswordReset(email, somewhere());
    const token = await tokenTo(email, '/reset-password');
    expect(await hasResetLink(token)).toBe(true);

    const refused = resetPassword({ token, password: 'password123' }, somewhere());
    await expect(refused).rejects.toMatchObject({ code: 'invalid_input' });
    await resetPassword({ token, password: next }, somewhere());
    expect([await opens(email, password), await opens(email, next)]).toEqual([false, true]);
    expect(await findActor(db(), session(userId))).toBeNull();
    expect(await hasResetLink(token)).toBe(false);
    const again = resetPassword({ token, password }, somewhere());
    await expect(again).rejects.toMatchObject({ code: 'not_found' });
    expect((await mailsTo(email, 2)).at(-1)).toContain('password was changed');
  });

  it('is over after an hour, and of two who come with the link one sets it', async () => {
    const { email } = await makeAccount();
    await askPasswordReset(email, somewhere());
    const token = await tokenTo(email, '/reset-password');
    expect(await hasResetLink(token, new Date(Date.now() + 61 * 60_000))).toBe(false);
    const both = [next, 'another at six'].map((one) =>
      resetPassword({ token, password: one }, somewhere()),
    );
    const ended = (await Promise.allSettled(both)).map(({ status }) => status).sort();
    expect(ended).toEqual(['fulfilled', 'rejected']);
  });

  it('is mailed to nobody without an account, and to nobody who is suspended', async () => {
    const { email: suspended, userId } = await makeAccount();
    await db().user.update({ where: { id: userId }, data: { suspendedAt: new Date() } });
    const { email } = await makeAccount();
    const here = somewhere();
    for (const one of [anAddress(), suspended, email]) await askPasswordReset(one, here);
    await mailsTo(email);
    await expect
      .poll(() => db().accountToken.count({ where: { kind: 'reset', userId: null } }))
      .toBe(0);
    expect(await mailsTo(suspended, 0)).toEqual([]);
  });

  it('does not fill anybody’s mailbox', async () => {
    const email = anAddress();
    const here = somewhere();
    for (let time = 0; time < 5; time += 1) await askPasswordReset(email, here);
    const sixth = askPasswordReset(email, here);
    await expect(sixth).rejects.toMatchObject({ code: 'rate_limited' });
  });
});

describe('a link in a mail', () => {
  it('is in no row of any table and in no line of the log', async () => {
    const lines = (['debug', 'info', 'warn', 'error'] as const).map((level) =>
      vi.spyOn(log, level),
    );
    onTestFinished(() => {
      for (const one of lines) one.mockRestore();
    });
    const logged = () => JSON.stringify(lines.map(({ mock }) => mock.calls));
    const asked = { register: anAddress(), email: anAddress(), reset: (await makeAccount()).email };
    const person = await makeAccount();
    await registerAccount(null, wanted(asked.register), somewhere());
    await askPasswordReset(asked.reset, somewhere());
    await askEmailChange(person, asked.email, proof(person.userId, password), somewhere());
    const tokens = [
      await tokenTo(asked.register, '/sign-up'),
      await tokenTo(asked.reset, '/reset-password'),
      await tokenTo(asked.email, '/confirm-email'),
    ];
    const databaseUrl = String(process.env.DATABASE_URL);
    for (const token of tokens) {
      expect(await tablesWith(databaseUrl, token)).toEqual([]);
      expect(logged()).not.toContain(token);
    }
    expect(logged()).toContain('mail-account-link');
    expect(await tablesWith(databaseUrl, asked.register)).toContain('1 in public."AccountToken"');
  });
});

describe('a password', () => {
  it('is changed with the old one, and only this browser stays signed in', async () => {
    const { email, ...person } = await makeAccount();
    const actor = { ...person, email };
    await expect(changePassword(actor, next, proof(actor.userId, 'wrong'))).rejects.toMatchObject({
      code: 'wrong_credentials',
    });
    // Of two at once one was first, and ended the session of the other.
    const ended = await Promise.allSettled(
      [1, 2].map(() => changePassword(actor, next, proof(actor.userId, password))),
    );
    const refusals = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refusals).toHaveLength(1);
    expect(['unauthenticated', 'wrong_credentials']).toContain(refusals[0]);
    const begun = { userId: actor.userId, epoch: 1 };
    expect(await findActor(db(), begun)).toMatchObject({ userId: actor.userId });
    expect(await findActor(db(), session(actor.userId))).toBeNull();
    expect([await opens(email, password), await opens(email, next)]).toEqual([false, true]);
  });

  it('is set for the first time only right after signing in', async () => {
    const actor = await makePerson();
    const { userId, email } = actor;
    const long = { session: session(userId, nowInSeconds() - 3600) };
    await expect(changePassword(actor, next, long)).rejects.toMatchObject({ code: 'forbidden' });
    await changePassword(actor, next, proof(userId));
    expect(await opens(String(email), next)).toBe(true);
  });

  it('is no guest’s', async () => {
    const guest = await startGuest(null);
    await expect(changePassword(guest, next, proof(guest.userId))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('a new email address', () => {
  it('counts when its link is opened in the account, and the old one hears of it', async () => {
    const person = await makeAccount();
    const { userId, email } = person;
    const address = anAddress();
    await expect(
      askEmailChange(person, address, proof(userId, 'wrong'), somewhere()),
    ).rejects.toMatchObject({
      code: 'wrong_credentials',
    });
    await askEmailChange(person, address, proof(userId, password), somewhere());
    const token = await tokenTo(address, '/confirm-email');
    expect(await opens(email, password)).toBe(true);

    // Whoever else reads the mail gets nothing of it.
    const other = await makePerson();
    await expect(confirmEmail(other, session(other.userId), token)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await endSessions(db(), userId);
    await expect(confirmEmail(person, session(userId), token)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    const begun = await confirmEmail(person, { ...session(userId), epoch: 1 }, token);
    expect([await opens(email, password), await opens(address, password)]).toEqual([false, true]);
    expect(await findActor(db(), session(userId))).toBeNull();
    expect(await findActor(db(), begun)).toMatchObject({ email: address });
    const [notice] = await mailsTo(email);
    expect(notice).toContain('address was changed');
    expect(notice).not.toContain(address);
  });

  it('that has an account is answered as any other, and stays where it is', async () => {
    const [person, other] = [await makeAccount(), await makeAccount()];
    await askEmailChange(person, other.email, proof(person.userId, password), somewhere());
    const [mail] = await mailsTo(other.email);
    expect(mail).toContain('This address has a Fitting Room account');
    expect(mail).not.toContain('/confirm-email/');
  });
});
