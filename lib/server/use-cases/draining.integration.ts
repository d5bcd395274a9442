import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { db, disconnect } from '#lib/server/db.ts';
import { provider } from '#lib/server/provider.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { drain } from '#lib/server/worker/in-flight.ts';
import { advanceTryOn } from './advance-try-on.ts';
import { sendFirstInQueue } from './send-first-in-queue.ts';
import { submitTryOn } from './submit-try-on.ts';

const sandbox = await startTestProvider();
afterAll(disconnect);
afterEach(() => {
  vi.restoreAllMocks();
  // As in a process that has just been started.
  Reflect.deleteProperty(globalThis, 'fittingRoomInFlight');
});

let slug: string;
beforeAll(async () => {
  slug = (await makeGarment()).slug;
});

async function ask(): Promise<string> {
  const actor = await makePerson();
  const { id: photoId } = await makePhoto(actor);
  const subject = { kind: 'photo' as const, photoId };
  return (await submitTryOn(actor, { garment: slug, subject }, randomUUID())).id;
}

const rings = {
  'a submit': () => sendFirstInQueue(),
  'somebody who asks how it stands': (id: string) => advanceTryOn(id),
};

describe('a process on its way out', () => {
  afterEach(() => db().tryOn.updateMany({ data: { state: 'cancelled', nextActionAt: null } }));

  it.each(Object.entries(rings))('sends nothing for %s that rang before', async (_, ring) => {
    const id = await ask();
    const ringing = ring(id);
    await drain();
    const row = () => db().tryOn.findUniqueOrThrow({ where: { id } });
    expect(await row()).toMatchObject({ state: 'queued', leaseToken: null });
    await ringing;
    expect(await row()).toMatchObject({ state: 'queued', leaseToken: null });
    expect(sandbox.count('submit')).toBe(0);
  });

  it('gives back what it was about to send, for the others', async () => {
    const id = await ask();
    const segmind = provider();
    const { uploadAssets } = segmind;
    let drained: Promise<void> | undefined;
    vi.spyOn(segmind, 'uploadAssets').mockImplementationOnce(async (pictures) => {
      drained = drain();
      return uploadAssets(pictures);
    });
    await sendFirstInQueue();
    await drained;
    const row = await db().tryOn.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ state: 'queued', leaseToken: null, attempts: 0 });
    expect(sandbox.count('submit')).toBe(0);
  });
});
