import 'server-only';
import type { DecisionAnswer, DecisionBody } from '#lib/contracts/case-decision.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { changeCase, recordDecision, stateOf } from '#lib/server/repositories/case-decisions.ts';
import { refreshCaseSearch } from '#lib/server/repositories/review-cases.ts';
import type { AnyDecision, Deciding } from './decision.ts';
import { decisions } from './decisions.ts';

/** Makes a decision on a case that is held, with all that belongs to it. @throws AppError conflict */
export async function carryOut(deciding: Deciding, body: DecisionBody): Promise<DecisionAnswer> {
  const { tx, of, actorId, now } = deciding;
  const { kind } = body;
  // TypeScript does not see that the body is of the kind that its decision was looked up by.
  const decision = decisions[kind] as AnyDecision;
  const { change = {}, before = {}, retryId } = await decision.decide(deciding, body);
  const version = await changeCase(tx, of.id, change);
  const { resolvedAt, ...state } = stateOf(of);
  await recordDecision(tx, {
    caseId: of.id,
    actorId,
    kind,
    before: { ...before, case: { ...state, resolvedAt: resolvedAt?.toISOString() ?? null } },
    versionAfter: version,
    at: now,
  });
  await recordAudit(tx, {
    actorId,
    action: `case.${kind}`,
    subjectType: 'try-on',
    subjectId: of.tryOnId,
    detail: {
      version,
      ...(change.resolution ? { resolution: change.resolution } : {}),
      ...(change.assigneeId ? { assignee: change.assigneeId } : {}),
      ...(retryId ? { retry: retryId } : {}),
    },
  });
  await refreshCaseSearch(tx, [of.tryOnId]);
  return { kind, version, retryId: retryId ?? null };
}
