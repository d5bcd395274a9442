import 'server-only';
import { z } from 'zod';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { defineTask, type Task } from '#lib/server/background/task.ts';
import { type Db, db } from '#lib/server/db.ts';
import { failRun } from '#lib/server/repositories/import-runs.ts';
import { applyImport } from './apply-import.ts';
import { catalogFiles } from './current-catalog-files.ts';
import { pictureFetch } from './current-picture-fetch.ts';
import { fetchPictures } from './fetch-pictures.ts';
import { forgetImportFile } from './forget-import-file.ts';
import { readImport } from './read-import.ts';
import { startSlice } from './slice.ts';
import { undoImport } from './undo-import.ts';

/** The work of imports: chains of short tasks, each of which keeps how far it came. */

const data = z.strictObject({ runId: z.uuid() });
type ImportTask = Task<z.infer<typeof data>>;

const chain = { data, retries: 5, withinSeconds: 300 };

const next = (task: () => ImportTask, runId: string) => (tx: Db) => enqueue(tx, task(), { runId });

const stopsWith = (sentence: string) => ({
  giveUp: ({ runId }: { runId: string }) => failRun(db(), runId, sentence),
});

const TRY_AGAIN = 'Nothing of it is lost: try again, and it goes on from there.';

export const readImportTask: ImportTask = defineTask({
  ...chain,
  ...stopsWith(`Reading the file stopped because of trouble of ours. ${TRY_AGAIN}`),
  name: 'import-read',
  concurrency: 1,
  run: ({ runId }, stopped) =>
    readImport(runId, {
      files: catalogFiles,
      isOver: startSlice(stopped),
      handOver: next(() => readImportTask, runId),
    }),
});

export const applyImportTask: ImportTask = defineTask({
  ...chain,
  ...stopsWith(`The import stopped half-way because of trouble of ours. ${TRY_AGAIN}`),
  name: 'import-apply',
  concurrency: 1,
  run: ({ runId }, stopped) =>
    applyImport(runId, {
      isOver: startSlice(stopped),
      handOver: next(() => applyImportTask, runId),
      fetchPictures: next(() => fetchPicturesTask, runId),
    }),
});

export const fetchPicturesTask: ImportTask = defineTask({
  ...chain,
  name: 'import-pictures',
  concurrency: 2,
  run: ({ runId }, stopped) =>
    fetchPictures(runId, {
      fetchPicture: pictureFetch(),
      isOver: startSlice(stopped),
      handOver: () => next(() => fetchPicturesTask, runId)(db()),
      stopped,
    }),
});

export const undoImportTask: ImportTask = defineTask({
  ...chain,
  ...stopsWith(`Undoing stopped half-way because of trouble of ours. ${TRY_AGAIN}`),
  name: 'import-undo',
  concurrency: 1,
  run: ({ runId }, stopped) =>
    undoImport(runId, {
      isOver: startSlice(stopped),
      handOver: next(() => undoImportTask, runId),
    }),
});

export const forgetImportFileTask: ImportTask = defineTask({
  data,
  retries: 10,
  withinSeconds: 60,
  name: 'import-forget-file',
  concurrency: 1,
  run: ({ runId }) => forgetImportFile(runId, new Date()),
});

export const importTasks = [
  readImportTask,
  applyImportTask,
  fetchPicturesTask,
  undoImportTask,
  forgetImportFileTask,
];
