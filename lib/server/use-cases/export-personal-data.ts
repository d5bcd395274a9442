import 'server-only';
import { downloadZip } from 'client-zip';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findOwnMedia } from '#lib/server/repositories/media.ts';
import {
  findPersonalData,
  listPhotosToExport,
  listTryOnsToExport,
} from '#lib/server/repositories/personal-data.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { personalDataReadme } from '#lib/words/personal-data.ts';

const AT_ONCE = 200;

interface ZipEntry {
  name: string;
  lastModified: Date;
  input: ReadableStream<Uint8Array> | string;
}

/**
 * All that is kept of a person, as a ZIP that is written as it is read: one picture is in memory at a
 * time. What is deleted meanwhile is left out, and `data.json`, which comes last, says what is there. A
 * storage that fails breaks the download off: half of it must not look like all of it.
 *
 * @throws AppError not_found
 */
export async function exportPersonalData(
  actor: Actor,
  now = new Date(),
): Promise<ReadableStream<Uint8Array>> {
  const person = await findPersonalData(db(), actor.userId);
  if (!person) throw new AppError('not_found');
  const { body } = downloadZip(entriesOf(actor.userId, person, now));
  if (!body) throw new Error('A ZIP without a body.');
  return body;
}

type Person = NonNullable<Awaited<ReturnType<typeof findPersonalData>>>;

async function* entriesOf(userId: string, person: Person, now: Date): AsyncGenerator<ZipEntry> {
  yield {
    name: 'README.txt',
    lastModified: now,
    input: personalDataReadme(now.toISOString().slice(0, 16).replace('T', ' ')),
  };

  // Of what was deleted the bytes may be there a little longer, but no more for anybody.
  const photos = [];
  for (const { mediaId, ...photo } of await listPhotosToExport(db(), userId)) {
    const picture = { mediaId: photo.deletedAt ? null : mediaId, userId };
    const entry = await pictureOf(`photos/${photo.id}.jpg`, picture, photo.createdAt);
    if (entry) yield entry;
    photos.push({ ...photo, file: entry?.name ?? null });
  }

  const tryOns = [];
  for (let after: string | null = null; ; ) {
    const page = await listTryOnsToExport(db(), userId, { after, limit: AT_ONCE });
    for (const { resultMediaId, seed, ...tryOn } of page) {
      const picture = { mediaId: tryOn.deletedAt ? null : resultMediaId, userId };
      const entry = await pictureOf(`looks/${tryOn.id}.jpg`, picture, tryOn.createdAt);
      if (entry) yield entry;
      tryOns.push({ ...tryOn, seed: Number(seed), file: entry?.name ?? null });
    }
    after = page.at(-1)?.id ?? null;
    if (page.length < AT_ONCE) break;
  }

  yield {
    name: 'data.json',
    lastModified: now,
    input: JSON.stringify({ exportedAt: now, ...person, photos, tryOns }, null, 2),
  };
}

/** Null for what was deleted, or has become another's, since the list was read: a download may take long. */
async function pictureOf(
  name: string,
  { mediaId, userId }: { mediaId: string | null; userId: string },
  lastModified: Date,
): Promise<ZipEntry | null> {
  const media = mediaId === null ? null : await findOwnMedia(db(), mediaId, userId, new Date());
  const stored = media && (await storage().get(media.storageKey));
  return stored && { name, lastModified, input: stored.body };
}
