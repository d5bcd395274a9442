import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCaseQuery } from '#lib/domain/case-query.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { retryCase } from '#lib/server/testing/retry-case.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { advanceUntilFinal } from '#lib/server/testing/until-final.ts';
import { listCases } from './list-cases.ts';
import { listTryOns } from './list-try-ons.ts';
import { submitTryOn } from './submit-try-on.ts';

const provider = await startTestProvider();
afterAll(disconnect);

let shopper: Actor;
let admin: Actor;
let slug: string;
beforeAll(async () => {
  shopper = await makePerson();
  admin = await makePerson({ role: 'ADMIN' });
  slug = (await makeGarment()).slug;
});

async function endsIn(fault: string) {
  const { id: photoId } = await makePhoto(shopper);
  await provider.script({ submit: [{ fault }] });
  const subject = { kind: 'photo' as const, photoId };
  const { id } = await submitTryOn(shopper, { garment: slug, subject }, randomUUID());
  return advanceUntilFinal(id);
}

describe('the list of cases', () => {
  it('shows an admin the request id and the provider’s words', async () => {
    const row = await endsIn('blocked');
    const { items } = await listCases(admin, readCaseQuery({ cause: 'blocked' }), { limit: 10 });
    expect(items[0]).toMatchObject({
      tryOnId: row.id,
      state: 'blocked',
      errorClass: 'content_blocked',
      requestId: row.requestId,
      providerText: expect.stringMatching(/responsible AI/i),
      retry: null,
    });
    const failed = await listCases(admin, readCaseQuery({ cause: 'failed' }), { limit: 10 });
    expect(failed.items.map(({ tryOnId }) => tryOnId)).not.toContain(row.id);
  });

  it('is for admins only', async () => {
    for (const role of ['SHOPPER', 'MERCHANT'] as const) {
      const person = await makePerson({ role });
      await expect(listCases(person, readCaseQuery({}))).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });
});

it('opens a case again that was closed while it was late, once it ends badly', async () => {
  const { id: photoId } = await makePhoto(shopper);
  await provider.script({ submit: [{ fault: 'blocked' }] });
  const subject = { kind: 'photo' as const, photoId };
  const { id } = await submitTryOn(shopper, { garment: slug, subject }, randomUUID());
  const { shopId, garmentId } = await db().tryOn.findUniqueOrThrow({ where: { id } });
  const closed = {
    status: 'RESOLVED',
    resolution: 'nothing_to_do',
    resolvedById: admin.userId,
    resolvedAt: new Date(),
  } as const;
  await db().reviewCase.create({
    data: {
      tryOnId: id,
      shopId,
      garmentId,
      cause: 'late',
      errorClass: 'result_expired',
      ...closed,
    },
  });
  await advanceUntilFinal(id);
  expect(await db().reviewCase.findUniqueOrThrow({ where: { tryOnId: id } })).toMatchObject({
    cause: 'blocked',
    status: 'OPEN',
    resolution: null,
    resolvedById: null,
    resolvedAt: null,
  });
});

describe('a retry', () => {
  it('is a new try-on of the same person that points back, and leaves an audit entry', async () => {
    const row = await endsIn('no-person');
    const retry = await retryCase(admin, row.id);
    const ended = await advanceUntilFinal(retry.id);
    expect(ended).toMatchObject({
      state: 'succeeded',
      retryOfId: row.id,
      userId: shopper.userId,
      seed: row.seed,
    });
    expect((await db().tryOn.findUniqueOrThrow({ where: { id: row.id } })).state).toBe('failed');
    expect((await listTryOns(shopper, { limit: 5 })).items.map(({ id }) => id)).toContain(retry.id);
    expect(await db().auditEntry.findFirstOrThrow({ where: { subjectId: row.id } })).toMatchObject({
      actorId: admin.userId,
      action: 'case.retry',
      detail: { retry: retry.id },
    });
    const { items } = await listCases(admin, readCaseQuery({ cause: 'failed', status: 'any' }), {
      limit: 10,
    });
    expect(items.find(({ tryOnId }) => tryOnId === row.id)?.retry).toEqual({
      id: retry.id,
      state: 'succeeded',
    });
  });
});
