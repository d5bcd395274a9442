import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { advanceUntilFinal } from '#lib/server/testing/until-final.ts';
import { deletePhoto } from './delete-photo.ts';
import { getCase } from './get-case.ts';
import { openCasePicture } from './open-case-picture.ts';
import { showCasePicture } from './show-case-picture.ts';
import { submitTryOn } from './submit-try-on.ts';

const provider = await startTestProvider();
afterAll(disconnect);

const MINUTE_MS = 60_000;
const reason = 'Looking into a failure';

let shopper: Actor;
let admin: Actor;
let tryOnId: string;
let photoId: string;
beforeAll(async () => {
  shopper = await makePerson();
  admin = await makePerson({ role: 'ADMIN', name: 'Ada' });
  const { slug } = await makeGarment();
  photoId = (await makePhoto(shopper)).id;
  await provider.script({ submit: [{ fault: 'blocked' }] });
  const subject = { kind: 'photo' as const, photoId };
  tryOnId = (await submitTryOn(shopper, { garment: slug, subject }, randomUUID())).id;
  await advanceUntilFinal(tryOnId);
});

function read(url: string) {
  const link = new URL(url, 'http://localhost');
  return {
    mediaId: link.pathname.split('/').at(-1) ?? '',
    expires: Number(link.searchParams.get('expires')),
    signature: link.searchParams.get('signature') ?? '',
  };
}

describe('a shopper’s picture', () => {
  it('is opened by the admin who has said why, for five minutes', async () => {
    const now = new Date();
    const { url } = await showCasePicture(admin, tryOnId, { which: 'photo', reason }, now);
    const { mediaId, ...link } = read(url);
    const opened = await openCasePicture(admin, mediaId, link, now);
    await opened.body.cancel();
    expect(opened).toMatchObject({ isPublic: false, contentType: 'image/jpeg' });
    const later = new Date(now.getTime() + 5 * MINUTE_MS + 1);
    await expect(openCasePicture(admin, mediaId, link, later)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('is looked at for the log, in the words of the admin', async () => {
    const { timeline, pictures } = await getCase(admin, tryOnId);
    expect(pictures).toMatchObject({ photo: true, look: false, model: null });
    expect(timeline.at(-1)).toMatchObject({
      by: 'Ada',
      kind: 'picture.seen',
      detail: { which: 'photo', reason },
    });
  });

  it('keeps what an admin writes of it out of the log that nobody can erase', async () => {
    const words = 'Jane asked about it';
    await showCasePicture(admin, tryOnId, { which: 'photo', reason: words });
    const { notes } = await getCase(admin, tryOnId);
    expect(notes.at(-1)?.text).toBe(`Looked at the photo: ${words}`);
    const entries = await db().auditEntry.findMany({ where: { subjectId: tryOnId } });
    expect(JSON.stringify(entries.map(({ detail }) => detail))).not.toContain('Jane');
  });

  it('is opened to nobody else by that link, nor by another picture’s', async () => {
    const { url } = await showCasePicture(admin, tryOnId, { which: 'photo', reason });
    const { mediaId, ...link } = read(url);
    const other = await makePerson({ role: 'ADMIN' });
    await expect(openCasePicture(other, mediaId, link)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(openCasePicture(shopper, mediaId, link)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(openCasePicture(admin, randomUUID(), link)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('is not given to other roles, and nothing is noted', async () => {
    const noted = () => db().auditEntry.count({ where: { subjectId: tryOnId } });
    const before = await noted();
    for (const who of [shopper, await makePerson({ role: 'MERCHANT' })]) {
      await expect(showCasePicture(who, tryOnId, { which: 'photo', reason })).rejects.toMatchObject(
        { code: 'forbidden' },
      );
    }
    await expect(showCasePicture(admin, tryOnId, { which: 'look', reason })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await noted()).toBe(before);
  });

  it('is gone once its shopper has deleted it, also by a link that lives', async () => {
    const { url } = await showCasePicture(admin, tryOnId, { which: 'photo', reason });
    const { mediaId, ...link } = read(url);
    await deletePhoto(shopper, photoId);
    await expect(openCasePicture(admin, mediaId, link)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(showCasePicture(admin, tryOnId, { which: 'photo', reason })).rejects.toMatchObject(
      { code: 'not_found' },
    );
    expect((await getCase(admin, tryOnId)).pictures.photo).toBe(false);
  });
});
