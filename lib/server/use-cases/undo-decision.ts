import 'server-only';
import { z } from 'zod';
import type { DecisionAnswer } from '#lib/contracts/case-decision.ts';
import { isDecisionKind } from '#lib/domain/case-decision.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import type { Db } from '#lib/server/db.ts';
import { decisions } from '#lib/server/decisions/decisions.ts';
import { holdCase } from '#lib/server/decisions/hold-case.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import {
  type CaseState,
  changeCase,
  findLastDecision,
  isAdmin,
  markUndone,
} from '#lib/server/repositories/case-decisions.ts';
import { refreshCaseSearch } from '#lib/server/repositories/review-cases.ts';
import { isHere } from '#lib/server/repositories/users.ts';
import { transact } from '#lib/server/transact.ts';

/** As `carryOut` keeps it. */
const kept = z
  .object({
    case: z.object({
      status: z.enum(['OPEN', 'RESOLVED']),
      resolution: z.string().nullable(),
      resolvedById: z.string().nullable(),
      resolvedAt: z.coerce.date().nullable(),
      assigneeId: z.string().nullable(),
      appeal: z.enum(['OPEN', 'UPHELD', 'OVERTURNED']).nullable(),
    }),
  })
  .catchall(z.union([z.string(), z.number()]));

/**
 * Takes the last decision on a case back, whoever made it.
 *
 * @throws AppError forbidden, not_found, conflict
 */
export async function undoDecision(
  actor: Actor,
  tryOnId: string,
  version: number,
  now = new Date(),
): Promise<DecisionAnswer> {
  assertAdmin(actor);
  const actorId = actor.userId;
  return transact(async (tx) => {
    const of = await holdCase(tx, tryOnId, version);
    const last = await findLastDecision(tx, of);
    if (!last || !isDecisionKind(last.kind)) {
      throw new AppError('conflict', 'There is no decision to take back.');
    }
    const { case: state, ...before } = kept.parse(last.before);
    await decisions[last.kind].undo?.({ tx, of, actorId, now }, before);
    await markUndone(tx, last.id, now);
    const after = await changeCase(tx, of.id, await withThoseHere(tx, state));
    await recordAudit(tx, {
      actorId,
      action: 'case.undo',
      subjectType: 'try-on',
      subjectId: tryOnId,
      detail: { version: after, kind: last.kind },
    });
    await refreshCaseSearch(tx, [tryOnId]);
    return { kind: last.kind, version: after, retryId: null };
  });
}

/** Whoever has left since is not put back. */
async function withThoseHere(tx: Db, state: CaseState): Promise<CaseState> {
  const { assigneeId, resolvedById } = state;
  return {
    ...state,
    assigneeId: assigneeId && (await isAdmin(tx, assigneeId)) ? assigneeId : null,
    resolvedById: resolvedById && (await isHere(tx, resolvedById)) ? resolvedById : null,
  };
}
