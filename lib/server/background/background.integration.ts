import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { db, disconnect } from '#lib/server/db.ts';
import { boss, closeBoss } from './boss.ts';
import { deadLetterOf, enqueue } from './enqueue.ts';
import { runTasks } from './run-tasks.ts';
import { defineTask } from './task.ts';

afterAll(async () => {
  await closeBoss(1_000);
  await disconnect();
});

const WAIT = { timeout: 20_000, interval: 50 };
const data = z.strictObject({ id: z.string() });

function makeTask(name: string, run: (id: string) => void, retries = 3) {
  const abandoned: string[] = [];
  const task = defineTask({
    name,
    data,
    concurrency: 1,
    retries,
    withinSeconds: 60,
    run: async ({ id }) => run(id),
    giveUp: async ({ id }) => void abandoned.push(id),
  });
  return { task, abandoned };
}

function working(...tasks: Parameters<typeof runTasks>[0]) {
  const runner = runTasks(tasks);
  onTestFinished(() => runner.stop(1_000));
}

it('does what was asked for in a transaction, and nothing of one that was taken back', async () => {
  const done: string[] = [];
  const { task } = makeTask('test-once', (id) => done.push(id));
  await expect(
    db().$transaction(async (tx) => {
      await enqueue(tx, task, { id: 'taken back' });
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  await db().$transaction((tx) => enqueue(tx, task, { id: 'kept' }));
  working(task);
  await vi.waitFor(() => expect(done).toEqual(['kept']), WAIT);
});

it('is told of what is asked for, also of several at once, and does not wait for its next look', async () => {
  const done: string[] = [];
  const { task } = makeTask('test-told', (id) => done.push(id));
  working({ ...task, lookSeconds: 600 });
  await enqueue(db(), task, { id: 'first' });
  await vi.waitFor(() => expect(done).toEqual(['first']), WAIT);
  await db().$transaction(async (tx) => {
    for (const id of ['a', 'b', 'c']) await enqueue(tx, task, { id });
  });
  await vi.waitFor(() => expect(done.toSorted()).toEqual(['a', 'b', 'c', 'first']), WAIT);
});

it('begins anew where it could not begin, and works on nothing twice as much as it is to', async () => {
  let atOnce = 0;
  let most = 0;
  let done = 0;
  const { task } = makeTask('test-begun', () => {});
  const slow = {
    ...task,
    async begin() {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await pause(300);
      atOnce -= 1;
      done += 1;
    },
  };
  let tries = 0;
  const late = {
    ...makeTask('test-late', () => {}).task,
    async begins() {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
    },
  };
  working(slow, late);
  await vi.waitFor(() => expect(tries).toBe(2), WAIT);
  await db().$transaction(async (tx) => {
    for (const id of ['a', 'b', 'c']) await enqueue(tx, task, { id });
  });
  await vi.waitFor(() => expect(done).toBe(3), WAIT);
  expect(most).toBe(1);
});

it('tries again what failed', async () => {
  let runs = 0;
  const { task, abandoned } = makeTask('test-again', () => {
    runs += 1;
    if (runs === 1) throw new Error('not yet');
  });
  await enqueue(db(), task, { id: 'a' });
  working(task);
  await vi.waitFor(() => expect(runs).toBe(2), WAIT);
  expect(abandoned).toEqual([]);
});

it('gives up in the end, and says so', async () => {
  const { task, abandoned } = makeTask(
    'test-never',
    () => {
      throw new Error('never');
    },
    0,
  );
  await enqueue(db(), task, { id: 'lost' });
  working(task);
  await vi.waitFor(() => expect(abandoned).toEqual(['lost']), WAIT);
});

it('refuses data of another kind than the task’s', async () => {
  const { task, abandoned } = makeTask('test-foreign', () => {}, 0);
  await enqueue(db(), task, { id: 'known' });
  const instance = await boss();
  await instance.send(task.name, { name: 'stranger' });
  working(task);
  await vi.waitFor(async () => {
    const [dead] = await instance.findJobs(deadLetterOf(task.name));
    expect(dead?.data).toEqual({ name: 'stranger' });
  }, WAIT);
  expect(abandoned).toEqual([]);
});

it('keeps nothing of what an error says, and data no longer than the task asks for', async () => {
  const address = 'robin@example.org';
  const { task } = makeTask(
    'test-silent',
    () => {
      throw new RangeError(`no mailbox ${address}`);
    },
    0,
  );
  const brief = { ...task, keptSeconds: 60 };
  await enqueue(db(), brief, { id: 'a' });
  working(brief);
  const instance = await boss();
  await vi.waitFor(async () => {
    const [failed] = await instance.findJobs(brief.name);
    expect(failed?.state).toBe('failed');
    expect(JSON.stringify(failed?.output)).toContain('RangeError');
    expect(JSON.stringify(failed)).not.toContain(address);
  }, WAIT);
  for (const name of [brief.name, deadLetterOf(brief.name)]) {
    expect(await instance.getQueue(name)).toMatchObject({ deleteAfterSeconds: 60 });
  }
});
