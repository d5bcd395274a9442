import 'server-only';
import { boss } from './boss.ts';
import { ensureQueue } from './enqueue.ts';
import type { TaskToRun } from './task.ts';

const AT_ONCE = 20;

/**
 * Does what waits in these queues now, once, in a process that runs no tasks otherwise. What fails is
 * tried again like any other.
 */
export async function workOff(tasks: readonly TaskToRun[]): Promise<void> {
  const instance = await boss();
  for (const task of tasks) {
    await ensureQueue(instance, task);
    for (const { id, data } of await instance.fetch(task.name, { batchSize: AT_ONCE })) {
      try {
        await task.begin(data, AbortSignal.timeout(task.withinSeconds * 1000));
        await instance.complete(task.name, id);
      } catch (error) {
        await instance.fail(task.name, id, {
          name: error instanceof Error ? error.name : 'unknown',
        });
      }
    }
  }
}
