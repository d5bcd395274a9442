import { encode } from 'next-auth/jwt';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { db, disconnect } from '#lib/server/db.ts';
import { env } from '#lib/server/env.ts';
import {
  endSessions,
  findActor,
  findSessionUsers,
  noteVisit,
} from '#lib/server/repositories/users.ts';
import { makePerson } from '#lib/server/testing/shop-floor.ts';
import { keepGuestsThings } from '#lib/server/use-cases/keep-guests-things.ts';
import { openAccount } from '#lib/server/use-cases/open-account.ts';
import { startGuest } from '#lib/server/use-cases/start-guest.ts';
import { authOptions } from './options.ts';
import { openSession, SESSION_LIFE_SECONDS, sealSession } from './session-cookie.ts';

afterAll(disconnect);

const from = (sessionCookie?: string) => ({ sessionCookie, address: 'here' });

/** Who comes in with this cookie. */
async function whoHas(cookie: string) {
  const session = await openSession(cookie);
  return session && (await findActor(db(), session));
}

const bareCookie = (token: Record<string, unknown>) =>
  encode({ token, secret: env().NEXTAUTH_SECRET });

describe('a session', () => {
  it('ends in every browser when the person’s sessions are ended', async () => {
    const { userId } = await makePerson();
    const cookies = [await sealSession(userId, 0), await sealSession(userId, 0)];
    for (const cookie of cookies) expect(await whoHas(cookie)).toMatchObject({ userId });
    const epoch = await endSessions(db(), userId);
    for (const cookie of cookies) {
      expect(await whoHas(cookie)).toBeNull();
    }
    const renewed = await sealSession(userId, epoch);
    expect(await whoHas(renewed)).toMatchObject({ userId });
  });

  it('of a guest ends likewise, and her things are safe from whoever still has the cookie', async () => {
    const guest = await startGuest(null);
    const cookie = await sealSession(guest.userId, 0);
    await endSessions(db(), guest.userId);
    expect(await whoHas(cookie)).toBeNull();
    const thief = await makePerson();
    await authOptions(from(cookie)).events?.signIn?.({
      user: { id: thief.userId },
      account: null,
    });
    expect(await db().user.count({ where: { id: guest.userId } })).toBe(1);
  });

  it('of a guest does not open the account that the guest becomes', async () => {
    const guest = await startGuest(null);
    const before = await sealSession(guest.userId, 0);
    const name = 'Robin';
    const email = `${guest.userId}@example.org`;
    const made = await db().$transaction((tx) =>
      openAccount(tx, guest.userId, { name, email, passwordHash: 'a hash' }),
    );
    expect(await whoHas(before)).toBeNull();
    const { userId, epoch } = made.session;
    expect(await whoHas(await sealSession(userId, epoch))).toEqual(made.account);
  });

  it('from before sessions were counted is good until they are first ended', async () => {
    const { userId } = await makePerson();
    const cookie = await bareCookie({ sub: userId });
    expect(await whoHas(cookie)).toMatchObject({ userId });
    await endSessions(db(), userId);
    expect(await whoHas(cookie)).toBeNull();
  });

  it('is nobody’s once the account is closed', async () => {
    const { userId } = await makePerson();
    await db().user.update({ where: { id: userId }, data: { closedAt: new Date() } });
    expect(await whoHas(await sealSession(userId, 0))).toBeNull();
  });

  it('is made at the count that the person had when the password was right', async () => {
    const { userId } = await makePerson();
    const user = { id: userId, sessionEpoch: 3 };
    const written = await authOptions(from()).callbacks?.jwt?.({
      token: { sub: userId, name: 'Robin', email: 'robin@example.org' },
      user,
      account: null,
    });
    expect(written).toEqual({ sub: userId, epoch: 3, signedInAt: expect.any(Number) });
    // Read and written anew, as next-auth does when it prolongs a session.
    const again = { token: { ...written, name: 'Robin' }, account: null };
    expect(await authOptions(from()).callbacks?.jwt?.(again as never)).toEqual(written);
  });
});

describe('sessions that are looked at together', () => {
  it('are each worth what they are alone', async () => {
    const [one, two, gone] = await Promise.all([makePerson(), makePerson(), makePerson()]);
    await endSessions(db(), two.userId);
    await db().user.update({ where: { id: gone.userId }, data: { suspendedAt: new Date() } });
    const found = await findSessionUsers(db(), [
      { userId: two.userId, epoch: 0 },
      { userId: one.userId, epoch: 0 },
      { userId: gone.userId, epoch: 0 },
      { userId: two.userId, epoch: 1 },
      { userId: 'nobody', epoch: 0 },
    ]);
    expect(found.map((user) => user?.actor.userId)).toEqual([
      undefined,
      one.userId,
      undefined,
      two.userId,
      undefined,
    ]);
  });
});

describe('a cookie that was opened before', () => {
  it('is worth nothing once its time is over', async () => {
    const { userId } = await makePerson();
    const cookie = await sealSession(userId, 0);
    expect(await openSession(cookie)).toMatchObject({ userId });
    vi.useFakeTimers({ now: Date.now() + (SESSION_LIFE_SECONDS + 60) * 1000, toFake: ['Date'] });
    try {
      expect(await openSession(cookie)).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it('does not open what somebody made of it', async () => {
    const cookie = await sealSession((await makePerson()).userId, 0);
    expect(await openSession(cookie)).not.toBeNull();
    expect(await openSession(`${cookie}x`)).toBeNull();
  });
});

describe('a guest', () => {
  it('is known to have come back', async () => {
    const { userId } = await startGuest(null);
    const now = new Date('2031-05-01T10:00:00Z');
    await noteVisit(db(), userId, now);
    const [found] = await findSessionUsers(db(), [{ userId, epoch: 0 }]);
    expect(found?.seenAt).toEqual(now);
  });

  it('who is gone has nothing noted', async () => {
    const { userId } = await startGuest(null);
    await keepGuestsThings(userId, (await makePerson()).userId);
    await expect(noteVisit(db(), userId, new Date())).resolves.toBeUndefined();
  });
});
