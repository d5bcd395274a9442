import 'server-only';
import type { DecisionBody, DecisionOf } from '#lib/contracts/case-decision.ts';
import type { DecisionKind } from '#lib/domain/case-decision.ts';
import type { Resolution } from '#lib/domain/review-case.ts';
import type { Db } from '#lib/server/db.ts';
import type { TryOnLane } from '#lib/server/generated/prisma/client.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import type { CaseInHand, CaseState } from '#lib/server/repositories/case-decisions.ts';

/** Who decides, and when. */
export interface Deciding {
  tx: Db;
  /** Held, and at the version that was read. */
  of: CaseInHand;
  actorId: string;
  now: Date;
  /** Of a retry; that of the first try-on without. */
  lane?: TryOnLane;
}

export interface Decided {
  /** What changes of the case itself; an undo puts that back without being told. */
  change?: Partial<CaseState>;
  /** What an undo needs to know beside that: ids and codes. */
  before?: Record<string, string | number>;
  /** The try-on that was asked for. */
  retryId?: string;
}

/** One kind of decision: how it is made, and the way back. Both throw AppError `conflict`. */
export interface Decision<K extends DecisionKind> {
  decide(deciding: Deciding, body: DecisionOf<K>): Promise<Decided>;
  /** Absent where putting the case back is all. */
  undo?(deciding: Deciding, before: Record<string, string | number>): Promise<void>;
}

export type AnyDecision = Decision<DecisionBody['kind']>;

/** A case with an appeal is closed by its answer alone: somebody waits for it. @throws AppError */
export function refuseUnanswered({ of }: Deciding): void {
  if (of.appeal === 'OPEN') {
    throw new AppError('conflict', 'An appeal waits for an answer here: uphold or overturn it.');
  }
}

export const resolved = (
  { actorId, now }: Deciding,
  resolution: Resolution,
): Partial<CaseState> => ({
  status: 'RESOLVED',
  resolution,
  resolvedById: actorId,
  resolvedAt: now,
});
