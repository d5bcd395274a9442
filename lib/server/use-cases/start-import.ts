import 'server-only';
import type { ImportDetail } from '#lib/contracts/import.ts';
import { IMPORT_KEPT_DAYS, MAX_IMPORT_BYTES } from '#lib/domain/import-run.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { UPLOAD_WITHIN_MS } from '#lib/server/imports/forget-import-file.ts';
import { forgetImportFileTask, readImportTask } from '#lib/server/imports/import-tasks.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { createRun, deleteRun, moveRun } from '#lib/server/repositories/import-runs.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { newStorageKey, type StorageExtension } from '#lib/server/storage/storage.ts';
import { transact } from '#lib/server/transact.ts';
import { getImport } from './get-import.ts';

const DAY_MS = 86_400_000;

interface UploadedFile {
  /** As it is called where it comes from. */
  name: string;
  body: ReadableStream<Uint8Array> | null;
  /** What the sender says; null when it does not. */
  size: number | null;
}

/**
 * Takes a file in, piece by piece, and begins to read it. The run is noted before the file, so that
 * one which breaks off leaves nothing that nobody knows of.
 *
 * @throws AppError not_found, forbidden, too_large, invalid_input (an empty file)
 */
export async function startImport(
  actor: Actor,
  shop: string,
  { name, body, size }: UploadedFile,
  now = new Date(),
): Promise<ImportDetail> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  if (size !== null && size > MAX_IMPORT_BYTES) throw tooLarge();
  if (!body || size === 0) throw empty();
  const extension: StorageExtension = /\.xml$/i.test(name) ? 'xml' : 'csv';
  const storageKey = newStorageKey('imports', extension);
  const runId = await transact(async (tx) => {
    const id = await createRun(tx, {
      shopId: own.id,
      creatorId: actor.userId,
      fileName: name,
      storageKey,
    });
    const after = new Date(now.getTime() + UPLOAD_WITHIN_MS);
    await enqueue(tx, forgetImportFileTask, { runId: id }, { after });
    return id;
  });
  try {
    const fileBytes = await store(storageKey, extension, body);
    if (fileBytes === 0) throw empty();
    await transact(async (tx) => {
      if (!(await moveRun(tx, runId, 'uploaded', { fileBytes }))) throw new AppError('conflict');
      await enqueue(tx, readImportTask, { runId });
      const after = new Date(now.getTime() + IMPORT_KEPT_DAYS * DAY_MS);
      await enqueue(tx, forgetImportFileTask, { runId }, { after });
      await recordAudit(tx, {
        actorId: actor.userId,
        action: 'import.uploaded',
        subjectType: 'import',
        subjectId: runId,
        shopId: own.id,
        detail: { bytes: fileBytes },
      });
    });
  } catch (error) {
    await storage().delete([storageKey]);
    await deleteRun(db(), runId);
    throw error;
  }
  return getImport(actor, shop, runId);
}

/** @returns how many bytes it has. */
async function store(
  key: string,
  extension: 'csv' | 'xml',
  body: ReadableStream<Uint8Array>,
): Promise<number> {
  let size = 0;
  const limited = body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.byteLength;
        if (size > MAX_IMPORT_BYTES) controller.error(tooLarge());
        else controller.enqueue(chunk);
      },
    }),
  );
  const contentType = extension === 'xml' ? 'application/xml' : 'text/csv';
  await storage().putStream(key, limited, { contentType });
  return size;
}

const tooLarge = () =>
  new AppError(
    'too_large',
    `The file has more than ${MAX_IMPORT_BYTES / 1024 / 1024} MB. Split it, and import the parts one after the other.`,
  );

const empty = () =>
  new AppError('invalid_input', 'This file is empty. Export it once more, then choose it again.');
