import type { CaseFilter, CaseQuery } from './case-query.ts';
import type { AppealState, ReviewCause } from './review-case.ts';

/**
 * The tabs of the queue: each a status with a cause, an appeal or a person who has the case. All else
 * that is asked for stays when another tab is chosen, and is what the counts are told under.
 */
export const caseTabs = [
  'open',
  'appeals',
  'reports',
  'blocked',
  'failed',
  'unknown',
  'expired',
  'late',
  'resolved',
  'mine',
  'nobody',
] as const;
export type CaseTab = (typeof caseTabs)[number];

type Narrowing = Pick<CaseFilter, 'status' | 'cause' | 'appeal' | 'assignee'>;

const narrowings: Record<CaseTab, Narrowing> = {
  open: { status: 'open' },
  appeals: { status: 'open', appeal: 'open' },
  reports: { status: 'open', cause: 'reported' },
  blocked: { status: 'open', cause: 'blocked' },
  failed: { status: 'open', cause: 'failed' },
  unknown: { status: 'open', cause: 'unknown' },
  expired: { status: 'open', cause: 'expired' },
  late: { status: 'open', cause: 'late' },
  resolved: { status: 'resolved' },
  mine: { status: 'open', assignee: 'me' },
  nobody: { status: 'open', assignee: 'nobody' },
};

/** The tab that a question belongs to; null for one that is asked across tabs. */
export function tabOf({ status, cause, appeal, assignee }: CaseFilter): CaseTab | null {
  const fits = (tab: CaseTab) => {
    const one = narrowings[tab];
    return one.status === status && one.cause === cause && one.appeal === appeal;
  };
  const whose = caseTabs.find((tab) => assignee && narrowings[tab].assignee === assignee);
  if (whose && fits(whose)) return whose;
  return caseTabs.find((tab) => !narrowings[tab].assignee && fits(tab)) ?? null;
}

/** The same question on another tab. */
export function withTab(query: CaseQuery, tab: CaseTab): CaseQuery {
  const now = tabOf(query);
  // Whoever leaves "Mine" leaves it; who was chosen beside another tab stays chosen.
  const assignee = now && narrowings[now].assignee ? undefined : query.assignee;
  return { ...query, cause: undefined, appeal: undefined, assignee, ...narrowings[tab] };
}

/** Open cases that are alike in what tabs ask for. */
export interface CasePile {
  cause: ReviewCause;
  appeal: AppealState | null;
  assigneeId: string | null;
  count: number;
}

/** How many cases each tab but "Resolved" would show. @param me the admin who asks. */
export function countTabs(
  query: CaseQuery,
  piles: readonly CasePile[],
  me: string,
): Record<Exclude<CaseTab, 'resolved'>, number> {
  const count = (tab: CaseTab) => {
    const asked = withTab(query, tab);
    return piles
      .filter(
        ({ cause, appeal, assigneeId }) =>
          (!asked.cause || cause === asked.cause) &&
          (!asked.appeal || appeal === 'OPEN') &&
          (!asked.assignee || assigneeId === idOf(asked.assignee, me)),
      )
      .reduce((sum, pile) => sum + pile.count, 0);
  };
  return {
    open: count('open'),
    appeals: count('appeals'),
    reports: count('reports'),
    blocked: count('blocked'),
    failed: count('failed'),
    unknown: count('unknown'),
    expired: count('expired'),
    late: count('late'),
    mine: count('mine'),
    nobody: count('nobody'),
  };
}

const idOf = (assignee: string, me: string) =>
  assignee === 'nobody' ? null : assignee === 'me' ? me : assignee;
