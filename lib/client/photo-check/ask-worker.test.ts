import { describe, expect, it } from 'vitest';
import type { BodyFinding } from '#lib/domain/photo-check.ts';
import { openBodyFinder, type WorkerLike } from './ask-worker.ts';
import type { BodyAnswer, BodyQuestion } from './body-messages.ts';
import { painted } from './testing/pixels.ts';

const picture = painted(2, 2, () => 0);
const cannot: BodyFinding = { kind: 'not_looked', why: 'cannot' };

class ScriptedWorker extends EventTarget implements WorkerLike {
  readonly asked: BodyQuestion[] = [];
  terminated = false;

  postMessage(question: BodyQuestion): void {
    this.asked.push(question);
  }
  terminate(): void {
    this.terminated = true;
  }
  answer(index: number, body: BodyFinding): void {
    const data: BodyAnswer = { id: this.asked[index]?.id ?? -1, body };
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

describe('asking the worker', () => {
  it('gives each question its own answer, in whatever order they come', async () => {
    const worker = new ScriptedWorker();
    const finder = openBodyFinder(() => worker);
    const [first, second] = [finder.find(picture), finder.find(picture)];
    worker.answer(1, { kind: 'nobody' });
    worker.answer(0, cannot);
    await expect(first).resolves.toEqual(cannot);
    await expect(second).resolves.toEqual({ kind: 'nobody' });
  });

  it('answers everybody who waits when the worker breaks, and all who come later', async () => {
    const worker = new ScriptedWorker();
    const finder = openBodyFinder(() => worker);
    const waiting = finder.find(picture);
    worker.dispatchEvent(new Event('error'));
    await expect(waiting).resolves.toEqual(cannot);
    await expect(finder.find(picture)).resolves.toEqual(cannot);
    expect(worker.asked).toHaveLength(1);
  });

  it('answers where a browser has no workers', async () => {
    const finder = openBodyFinder(() => {
      throw new ReferenceError('Worker is not defined');
    });
    await expect(finder.find(picture)).resolves.toEqual(cannot);
  });

  it('ends the worker when it is closed, and leaves nobody waiting', async () => {
    const worker = new ScriptedWorker();
    const finder = openBodyFinder(() => worker);
    const waiting = finder.find(picture);
    finder.close();
    expect(worker.terminated).toBe(true);
    await expect(waiting).resolves.toEqual(cannot);
  });
});
