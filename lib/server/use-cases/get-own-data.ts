import 'server-only';
import type { Closing, ErasureView, OwnDataView } from '#lib/contracts/own-data.ts';
import { erasureState } from '#lib/domain/erasure.ts';
import { lookKeptUntil } from '#lib/domain/retention.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { findVisit, findWayToConfirm } from '#lib/server/repositories/closed-accounts.ts';
import { listOwnConsents } from '#lib/server/repositories/consents.ts';
import { type ErasureRow, listOwnErasures } from '#lib/server/repositories/erasures.ts';
import { summariseLooksKept } from '#lib/server/repositories/media.ts';
import { listOwnPhotos } from '#lib/server/repositories/photos.ts';
import { currentSettings } from '#lib/server/settings.ts';

const PHOTOS = 200;
const CONSENTS = 20;
const ERASURES = 20;

/** What is kept of the acting person, until when, and what became of what was deleted. */
export async function getOwnData(actor: Actor, now = new Date()): Promise<OwnDataView> {
  const { userId, isGuest } = actor;
  const { retention } = await currentSettings();
  const [photos, looks, consents, erasures, closing, owner] = await Promise.all([
    listOwnPhotos(db(), userId, retention, PHOTOS),
    summariseLooksKept(db(), userId),
    listOwnConsents(db(), userId, CONSENTS),
    listOwnErasures(db(), userId, ERASURES),
    wayToClose(actor),
    findVisit(db(), userId),
  ]);
  return {
    photos,
    looks: looks && {
      count: looks.count,
      first: lookKeptUntil(looks.first, owner, retention).toISOString(),
      last: lookKeptUntil(looks.last, owner, retention).toISOString(),
    },
    consents: consents.map(({ givenAt, withdrawnAt, ...consent }) => ({
      ...consent,
      givenAt: givenAt.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    })),
    erasures: erasures.map((row) => toErasureView(row, now)),
    closing,
    guestDays: isGuest ? retention.guestDays : null,
  };
}

/** How the acting person would close the account. */
export async function wayToClose({ userId, isGuest }: Actor): Promise<Closing> {
  const way = await findWayToConfirm(db(), userId);
  switch (way.kind) {
    case 'password':
      return { asks: 'password' };
    case 'email':
      return { asks: 'email', email: way.email };
    case 'nothing':
      return { asks: 'nothing', isGuest };
  }
}

export function toErasureView(row: ErasureRow, now: Date): ErasureView {
  const { id, cause, pictures, requestedAt } = row;
  const state = erasureState(row, now);
  const common = { id, cause, pictures, requestedAt: requestedAt.toISOString() };
  switch (state.kind) {
    case 'done':
      return { ...common, state: { kind: 'done', doneAt: state.doneAt.toISOString() } };
    case 'open':
      return { ...common, state: { kind: 'open', latest: state.latest.toISOString() } };
    case 'late':
      return { ...common, state };
  }
}
