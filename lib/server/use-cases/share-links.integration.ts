import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { MAX_SHARE_LINKS } from '#lib/domain/share-link.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { linkTokenHash } from '#lib/server/auth/link-token.ts';
import { closeBoss } from '#lib/server/background/boss.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { advanceUntilFinal } from '#lib/server/testing/until-final.ts';
import { deleteTryOn } from './delete-try-on.ts';
import { listShareLinks } from './list-share-links.ts';
import { openShare, openSharedPicture } from './open-share.ts';
import { revokeShareLink } from './revoke-share-link.ts';
import { shareLook } from './share-look.ts';
import { submitTryOn } from './submit-try-on.ts';
import { suspendPerson } from './suspend-person.ts';

const provider = await startTestProvider();
afterAll(async () => {
  await closeBoss(1_000);
  await disconnect();
});

let shopper: Actor;
let look: string;
beforeEach(async () => {
  shopper = await makePerson({ name: 'Ines Example' });
  look = await lookOf(shopper);
});

async function lookOf(actor: Actor, fault?: string): Promise<string> {
  const { id: photoId } = await makePhoto(actor);
  if (fault) await provider.script({ submit: [{ fault }] });
  const { slug: garment } = await makeGarment();
  const body = { garment, subject: { kind: 'photo' as const, photoId } };
  const { id } = await submitTryOn(actor, body, randomUUID());
  await advanceUntilFinal(id);
  return id;
}

const share = async (days: 1 | 7 | 30 = 7, now?: Date) => {
  const link = await shareLook(shopper, look, days, now);
  return { ...link, token: link.url.split('/').at(-1) ?? '' };
};
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

describe('a shared look', () => {
  it('is what its link shows, and nothing of whose it is', async () => {
    const { token, url } = await share();
    expect(url).toBe(`http://localhost:3000/share/${token}`);
    const shown = await openShare(token);
    expect(shown).toMatchObject({ name: 'Test garment', garment: { name: 'Test garment' } });
    const told = JSON.stringify(shown);
    const { photoId } = await db().tryOn.findUniqueOrThrow({ where: { id: look } });
    for (const secret of [shopper.userId, shopper.name, shopper.email, look, photoId]) {
      expect(told).not.toContain(secret);
    }
    const picture = await openSharedPicture(token);
    expect(picture).toMatchObject({ contentType: 'image/jpeg', isPublic: false });
    await picture.body.cancel();
  });

  it('is kept by the hash of its token alone', async () => {
    const { token, id } = await share();
    const row = await db().shareLink.findUniqueOrThrow({ where: { id } });
    expect(row.tokenHash).toBe(linkTokenHash(token));
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it.each([
    ['its time is over', async () => inDays(7.01)],
    ['it was taken back', async ({ id }) => revokeShareLink(shopper, id)],
    ['the look was deleted', async () => deleteTryOn(shopper, look)],
    [
      'the picture’s time is over',
      async () => {
        const { resultMediaId } = await db().tryOn.findUniqueOrThrow({ where: { id: look } });
        await db().media.update({
          where: { id: resultMediaId ?? '' },
          data: { deleteAfter: new Date(0) },
        });
      },
    ],
    [
      'its owner is suspended',
      async () =>
        suspendPerson(await makePerson({ role: 'ADMIN' }), shopper.userId, 'because of a test'),
    ],
    [
      'the account is closed',
      async () =>
        db().user.update({ where: { id: shopper.userId }, data: { closedAt: new Date() } }),
    ],
  ] satisfies [string, (link: { id: string }) => Promise<unknown>][])(
    'is gone when %s',
    async (_, happens) => {
      const link = await share();
      expect(await openShare(link.token)).not.toBeNull();
      const then = await happens(link);
      const now = then instanceof Date ? then : undefined;
      expect(await openShare(link.token, now)).toBeNull();
      await expect(openSharedPicture(link.token, now)).rejects.toMatchObject({ code: 'not_found' });
    },
  );

  it('is not found by a token that is nearly right', async () => {
    const { token } = await share();
    const other = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    expect(await openShare(other)).toBeNull();
    expect(await openShare(token.toLowerCase())).toBeNull();
  });
});

describe('sharing', () => {
  it('is for one’s own looks that have a picture', async () => {
    const stranger = await makePerson();
    await expect(shareLook(stranger, look, 7)).rejects.toMatchObject({ code: 'not_found' });
    await expect(shareLook(shopper, randomUUID(), 7)).rejects.toMatchObject({ code: 'not_found' });
    const blocked = await lookOf(shopper, 'blocked');
    await expect(shareLook(shopper, blocked, 7)).rejects.toMatchObject({ code: 'conflict' });
    await deleteTryOn(shopper, look);
    await expect(shareLook(shopper, look, 7)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('lists what leads somewhere, to its owner alone, and takes it back only for her', async () => {
    const stranger = await makePerson();
    const first = await share(1);
    const second = await share(30);
    expect((await listShareLinks(shopper)).items.map(({ id }) => id)).toEqual([
      second.id,
      first.id,
    ]);
    expect((await listShareLinks(shopper, inDays(2))).items).toHaveLength(1);
    expect((await listShareLinks(stranger)).items).toEqual([]);
    await expect(revokeShareLink(stranger, first.id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await openShare(first.token)).not.toBeNull();
    await revokeShareLink(shopper, first.id);
    await expect(revokeShareLink(shopper, first.id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await openShare(second.token)).not.toBeNull();
  });

  it('ends at so many, also when they are made at once', async () => {
    const now = new Date();
    await db().shareLink.createMany({
      data: Array.from({ length: MAX_SHARE_LINKS - 1 }, () => ({
        tokenHash: randomUUID(),
        tryOnId: look,
        userId: shopper.userId,
        expiresAt: inDays(1),
      })),
    });
    const made = await Promise.allSettled([share(), share(), share()]);
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await listShareLinks(shopper, now)).items).toHaveLength(MAX_SHARE_LINKS);
  });
});
