import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DecisionBody } from '#lib/contracts/case-decision.ts';
import { type DecisionKind, decisionDone, decisionKinds } from '#lib/domain/case-decision.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { closeBoss } from '#lib/server/background/boss.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { countUsage } from '#lib/server/repositories/usage.ts';
import { findActor } from '#lib/server/repositories/users.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { advanceUntilFinal } from '#lib/server/testing/until-final.ts';
import { appealBlock } from './appeal-block.ts';
import { decideCase } from './decide-case.ts';
import { deletePhoto } from './delete-photo.ts';
import { getCase } from './get-case.ts';
import { giveFeedback } from './give-feedback.ts';
import { liftSuspension } from './lift-suspension.ts';
import { removeCaseNote } from './remove-case-note.ts';
import { submitTryOn } from './submit-try-on.ts';
import { suspendPerson } from './suspend-person.ts';
import { undoDecision } from './undo-decision.ts';

const provider = await startTestProvider();
afterAll(async () => {
  await closeBoss(1_000);
  await disconnect();
});

// What waits in the queue would be sent first, and take the next test's fault.
afterEach(() => db().tryOn.deleteMany({ where: { state: 'queued' } }));

let ada: Actor;
let ben: Actor;
beforeAll(async () => {
  ada = await makePerson({ role: 'ADMIN', name: 'Ada' });
  ben = await makePerson({ role: 'ADMIN', name: 'Ben' });
});

interface Scene {
  id: string;
  shopper: Actor;
  garmentId: string;
  photoId: string;
}

/** A try-on of somebody's own that ends so, with the case that it brings. */
async function scene(ending: 'blocked' | 'crashed' | 'succeeded'): Promise<Scene> {
  const shopper = await makePerson();
  const garment = await makeGarment();
  const { id: photoId } = await makePhoto(shopper);
  if (ending !== 'succeeded') await provider.script({ submit: [{ fault: ending }] });
  const { id } = await submitTryOn(
    shopper,
    { garment: garment.slug, subject: { kind: 'photo', photoId } },
    randomUUID(),
  );
  await advanceUntilFinal(id);
  if (ending === 'succeeded') await giveFeedback(shopper, id, { kind: 'too_revealing' });
  return { id, shopper, garmentId: garment.id, photoId };
}

async function appealed(): Promise<Scene> {
  const blocked = await scene('blocked');
  await appealBlock(blocked.shopper, blocked.id, 'It is only a jumper.');
  return blocked;
}

const caseOf = (id: string) => db().reviewCase.findUniqueOrThrow({ where: { tryOnId: id } });
const versionOf = async (id: string) => (await caseOf(id)).version;

type Asked<K extends DecisionKind> = Omit<Extract<DecisionBody, { kind: K }>, 'kind' | 'version'>;

interface Row<K extends DecisionKind> {
  scene: () => Promise<Scene>;
  asked: () => Asked<K>;
  /** What is different after it, and as before after its undo. */
  told: (of: Scene) => Promise<unknown>;
}

const statusOf = async ({ id }: Scene) => {
  const { status, resolution, appeal, assigneeId } = await caseOf(id);
  return { status, resolution, appeal, assigneeId };
};

/** A kind without a row is an error of types. */
const rows: { [K in DecisionKind]: Row<K> } = {
  resolve: {
    scene: () => scene('crashed'),
    asked: () => ({ resolution: 'provider_told', note: 'Wrote to them.' }),
    told: async (of) => [
      await statusOf(of),
      await db().caseNote.count({ where: { case: { tryOnId: of.id } } }),
    ],
  },
  reopen: {
    scene: async () => {
      const of = await scene('crashed');
      const version = await versionOf(of.id);
      await decideCase(ben, of.id, { kind: 'resolve', version, resolution: 'nothing_to_do' });
      return of;
    },
    asked: () => ({}),
    told: statusOf,
  },
  assign: {
    scene: () => scene('crashed'),
    asked: () => ({ assigneeId: ben.userId }),
    told: statusOf,
  },
  comment: {
    scene: () => scene('crashed'),
    asked: () => ({ text: 'Seen before.' }),
    told: ({ id }) => db().caseNote.count({ where: { case: { tryOnId: id } } }),
  },
  retry: {
    scene: () => scene('crashed'),
    asked: () => ({}),
    told: async (of) => [
      await statusOf(of),
      await db().tryOn.count({ where: { retryOfId: of.id, state: { not: 'cancelled' } } }),
      await countUsage(db(), of.shopper.userId, new Date(0)),
    ],
  },
  give_quota_back: {
    scene: () => scene('succeeded'),
    asked: () => ({}),
    told: ({ shopper }) => countUsage(db(), shopper.userId, new Date(0)),
  },
  hide_garment: {
    scene: () => scene('succeeded'),
    asked: () => ({}),
    told: async ({ garmentId }) =>
      (await db().garment.findUniqueOrThrow({ where: { id: garmentId } })).status,
  },
  suspend: {
    scene: () => scene('succeeded'),
    asked: () => ({ reason: 'Photos of others.' }),
    told: async ({ shopper: { userId: id } }) =>
      (await db().user.count({ where: { id, suspendedAt: { not: null } } })) === 1,
  },
  uphold: {
    scene: appealed,
    asked: () => ({ reason: 'The photo shows too much.' }),
    told: async (of) => [await statusOf(of), await answerOf(of)],
  },
  overturn: {
    scene: appealed,
    asked: () => ({ reason: 'You are right.' }),
    told: async (of) => [
      await statusOf(of),
      await answerOf(of),
      await db().tryOn.count({ where: { retryOfId: of.id, state: { not: 'cancelled' } } }),
    ],
  },
};

const answerOf = ({ id }: Scene) =>
  db().appeal.findUniqueOrThrow({
    where: { tryOnId: id },
    select: { state: true, answer: true },
  });

const bodyOf = (kind: DecisionKind, version: number): DecisionBody =>
  ({ kind, version, ...rows[kind].asked() }) as DecisionBody;

describe.each(decisionKinds)('the decision %s', (kind) => {
  const { scene: play, told } = rows[kind];

  it('is an admin’s, leaves an audit entry, and is taken back by another', async () => {
    const of = await play();
    const before = await told(of);
    const version = await versionOf(of.id);
    for (const role of ['SHOPPER', 'MERCHANT'] as const) {
      const stranger = await makePerson({ role });
      const refused = { code: 'forbidden' };
      await expect(decideCase(stranger, of.id, bodyOf(kind, version))).rejects.toMatchObject(
        refused,
      );
      await expect(undoDecision(stranger, of.id, version)).rejects.toMatchObject(refused);
    }
    expect(await told(of)).toEqual(before);

    const decided = await decideCase(ada, of.id, bodyOf(kind, version));
    expect(decided).toMatchObject({ kind, version: version + 1 });
    expect(await told(of)).not.toEqual(before);
    const audit = { subjectType: 'try-on', subjectId: of.id };
    expect(
      await db().auditEntry.findFirst({ where: { ...audit, action: `case.${kind}` } }),
    ).toMatchObject({
      actorId: ada.userId,
      detail: { version: decided.version },
    });

    const undone = await undoDecision(ben, of.id, decided.version);
    expect(undone).toMatchObject({ kind, version: version + 2 });
    expect(await told(of)).toEqual(before);
    expect(
      await db().auditEntry.findFirst({ where: { ...audit, action: 'case.undo' } }),
    ).toMatchObject({ actorId: ben.userId, detail: { kind } });
    await expect(undoDecision(ada, of.id, undone.version)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('has one winner of two at once, and the other hears who it was', async () => {
    const of = await play();
    const version = await versionOf(of.id);
    const answers = await Promise.allSettled([
      decideCase(ada, of.id, bodyOf(kind, version)),
      decideCase(ben, of.id, bodyOf(kind, version)),
    ]);
    const lost = answers.filter((answer) => answer.status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(
        new RegExp(`^(Ada|Ben) ${decisionDone[kind]} at \\d\\d:\\d\\d:\\d\\d UTC`, 'u'),
      ),
    });
    const decided = { where: { case: { tryOnId: of.id }, versionAfter: version + 1 } };
    expect(await db().caseDecision.count(decided)).toBe(1);
  });
});

describe('an undo', () => {
  it('is only of the last decision, and says who came in between', async () => {
    const of = await scene('crashed');
    const version = await versionOf(of.id);
    const first = await decideCase(ada, of.id, { kind: 'comment', version, text: 'One.' });
    await decideCase(ben, of.id, {
      kind: 'assign',
      version: first.version,
      assigneeId: ben.userId,
    });
    await expect(undoDecision(ada, of.id, first.version)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Ben assigned it'),
    });
  });

  it.each(['retry', 'overturn'] as const)('of %s is refused once it was sent', async (kind) => {
    const of = await rows[kind].scene();
    const { version, retryId } = await decideCase(ada, of.id, bodyOf(kind, await versionOf(of.id)));
    expect((await advanceUntilFinal(retryId ?? '')).state).toBe('succeeded');
    await expect(undoDecision(ada, of.id, version)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('sent to the provider already'),
    });
    expect(await caseOf(of.id)).toMatchObject({ status: 'RESOLVED', version });
  });

  it('puts nobody back who has left', async () => {
    const of = await scene('crashed');
    const cleo = await makePerson({ role: 'ADMIN', name: 'Cleo' });
    const assign = (version: number, { userId }: Actor) =>
      decideCase(ada, of.id, { kind: 'assign', version, assigneeId: userId });
    const first = await assign(await versionOf(of.id), cleo);
    const second = await decideCase(cleo, of.id, bodyOf('resolve', first.version));
    const third = await assign(second.version, ben);
    await db().user.delete({ where: { id: cleo.userId } });
    await undoDecision(ada, of.id, third.version);
    expect(await caseOf(of.id)).toMatchObject({
      status: 'RESOLVED',
      assigneeId: null,
      resolvedById: null,
    });
  });

  it('leaves a garment alone that its shop has changed since', async () => {
    const of = await scene('succeeded');
    const body = bodyOf('hide_garment', await versionOf(of.id));
    const { version } = await decideCase(ada, of.id, body);
    await db().garment.update({
      where: { id: of.garmentId },
      data: { version: { increment: 1 }, title: 'Another' },
    });
    await expect(undoDecision(ada, of.id, version)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a decision', () => {
  it('on a case that the shopper has changed meanwhile says so', async () => {
    const of = await scene('blocked');
    const version = await versionOf(of.id);
    await appealBlock(of.shopper, of.id, 'Please look again.');
    await expect(decideCase(ada, of.id, bodyOf('comment', version))).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('The shopper or the machine'),
    });
  });

  it.each(['retry', 'resolve'] as const)('to %s is none while an appeal waits', async (kind) => {
    const of = await appealed();
    await expect(
      decideCase(ada, of.id, bodyOf(kind, await versionOf(of.id))),
    ).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('appeal') });
  });

  it('to retry is refused once the photo is gone, and twice', async () => {
    const gone = await scene('crashed');
    await deletePhoto(gone.shopper, gone.photoId);
    const ofGone = bodyOf('retry', await versionOf(gone.id));
    await expect(decideCase(ada, gone.id, ofGone)).rejects.toMatchObject({ code: 'conflict' });

    const twice = await scene('crashed');
    const { version } = await decideCase(ada, twice.id, bodyOf('retry', await versionOf(twice.id)));
    const reopened = await decideCase(ada, twice.id, { kind: 'reopen', version });
    await expect(
      decideCase(ada, twice.id, bodyOf('retry', reopened.version)),
    ).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('already') });
  });

  it.each([
    ['photo_deleted', async (of: Scene) => deletePhoto(of.shopper, of.photoId)],
    [
      'retried_already',
      async ({ id }: Scene) => {
        await decideCase(ada, id, bodyOf('retry', await versionOf(id)));
      },
    ],
  ] as const)('to overturn stands without a retry where that is refused: %s', async (why, play) => {
    const of = await scene('blocked');
    await play(of);
    await appealBlock(of.shopper, of.id, 'It is only a jumper.');
    expect((await getCase(ada, of.id)).noRetry).toBe(why);
    const retries = () => db().tryOn.count({ where: { retryOfId: of.id, state: 'queued' } });
    const before = await retries();
    const body = bodyOf('overturn', await versionOf(of.id));
    const { version, retryId } = await decideCase(ada, of.id, body);
    expect(retryId).toBeNull();
    expect(await answerOf(of)).toMatchObject({ state: 'OVERTURNED', answer: 'You are right.' });
    await undoDecision(ada, of.id, version);
    expect(await answerOf(of)).toMatchObject({ state: 'OPEN', answer: null });
    expect(await retries()).toBe(before);
  });

  it('to retry can be made anew once the first was called off', async () => {
    const of = await scene('crashed');
    const first = await decideCase(ada, of.id, bodyOf('retry', await versionOf(of.id)));
    const undone = await undoDecision(ada, of.id, first.version);
    const second = await decideCase(ada, of.id, bodyOf('retry', undone.version));
    expect(second.retryId).not.toBe(first.retryId);
    expect((await advanceUntilFinal(second.retryId ?? '')).state).toBe('succeeded');
  });

  it('to give quota back works once, also in the shop’s count', async () => {
    const of = await scene('succeeded');
    const { version } = await decideCase(
      ada,
      of.id,
      bodyOf('give_quota_back', await versionOf(of.id)),
    );
    await expect(decideCase(ada, of.id, bodyOf('give_quota_back', version))).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('to hide a garment is in its shop’s log, without the shopper', async () => {
    const of = await scene('succeeded');
    await decideCase(ada, of.id, bodyOf('hide_garment', await versionOf(of.id)));
    const { shopId } = await caseOf(of.id);
    expect(
      await db().auditEntry.findMany({ where: { shopId }, select: { action: true, detail: true } }),
    ).toEqual([{ action: 'garment.hidden', detail: null }]);
  });

  it('gives a case only to somebody who may review', async () => {
    const of = await scene('crashed');
    const version = await versionOf(of.id);
    await expect(
      decideCase(ada, of.id, { kind: 'assign', version, assigneeId: of.shopper.userId }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a comment', () => {
  it('is found by the search, and taken away by its author alone', async () => {
    const of = await scene('crashed');
    const version = await versionOf(of.id);
    await decideCase(ada, of.id, { kind: 'comment', version, text: 'Xylophone' });
    expect((await caseOf(of.id)).searchText).toContain('xylophone');
    const note = await db().caseNote.findFirstOrThrow({
      where: { authorId: ada.userId, text: 'Xylophone' },
    });
    await expect(removeCaseNote(ben, of.id, note.id)).rejects.toMatchObject({ code: 'not_found' });
    await removeCaseNote(ada, of.id, note.id);
    expect((await caseOf(of.id)).searchText).not.toContain('xylophone');
  });
});

describe('a suspension', () => {
  it('is worth the person’s sessions at once and for good', async () => {
    const { userId } = await makePerson();
    await suspendPerson(ada, userId, 'Abuse');
    expect(await findActor(db(), { userId, epoch: 0 })).toBeNull();
    expect(await findActor(db(), { userId, epoch: 1 })).toBeNull();
    await liftSuspension(ben, userId);
    expect(await findActor(db(), { userId, epoch: 0 })).toBeNull();
    expect(await findActor(db(), { userId, epoch: 1 })).not.toBeNull();
  });

  it('is not of an admin, and so not of oneself', async () => {
    for (const other of [ada, ben]) {
      await expect(suspendPerson(ada, other.userId, 'No')).rejects.toMatchObject({
        code: 'conflict',
      });
    }
    const person = await makePerson();
    await expect(suspendPerson(person, person.userId, 'No')).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
