import { toast } from 'sonner';
import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import { sayError } from '#lib/client/problem-error.ts';
import {
  type DecisionAnswer,
  type DecisionBody,
  decisionAnswer,
} from '#lib/contracts/case-decision.ts';
import type { ResolutionByHand } from '#lib/domain/case-decision.ts';
import { doneWords, OVERTURNED_AND_RETRIED, undoneWords } from './decision-words.ts';

const pathOf = (tryOnId: string) => `/api/admin/cases/${tryOnId}/decisions`;

/** @throws ProblemError (`conflict` names who was first), UnreachableError */
export async function decideCase(tryOnId: string, decision: DecisionBody): Promise<DecisionAnswer> {
  return fetchJson(pathOf(tryOnId), decisionAnswer, jsonBody(decision));
}

/** @param assigneeId null for nobody. @throws ProblemError, UnreachableError */
export const assignCase = (tryOnId: string, version: number, assigneeId: string | null) =>
  decideCase(tryOnId, { kind: 'assign', version, assigneeId });

/** @throws ProblemError, UnreachableError */
export const resolveCase = (
  tryOnId: string,
  version: number,
  resolution: ResolutionByHand,
  note?: string,
) => decideCase(tryOnId, { kind: 'resolve', version, resolution, ...(note ? { note } : {}) });

/** Takes the last decision back. @throws ProblemError, UnreachableError */
export async function undoDecision(tryOnId: string, version: number): Promise<DecisionAnswer> {
  return fetchJson(`${pathOf(tryOnId)}/undo`, decisionAnswer, jsonBody({ version }));
}

/** Says what was decided, and offers to take it back. */
export function tellDecision(
  tryOnId: string,
  { kind, version, retryId }: DecisionAnswer,
  onUndone: () => void,
): void {
  const undo = async () => {
    try {
      await undoDecision(tryOnId, version);
      toast(undoneWords[kind]);
    } catch (problem) {
      toast.error(sayError(problem));
    }
    onUndone();
  };
  toast(kind === 'overturn' && retryId ? OVERTURNED_AND_RETRIED : doneWords[kind], {
    duration: 10_000,
    action: { label: 'Undo', onClick: () => void undo() },
  });
}
