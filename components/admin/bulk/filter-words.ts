import type { CaseQuery } from '#lib/domain/case-query.ts';
import { causeWords } from '../queue/queue-words.ts';
import { classWords } from '../review-words.ts';

const statuses = { open: 'Open cases', resolved: 'Resolved cases', any: 'All cases' } as const;

/** Which cases a question finds, for whoever reads it later. */
export function describeQuestion(query: CaseQuery): string {
  const { status, cause, appeal, errorClass, shop, garment, olderThanHours } = query;
  const parts = [
    statuses[status],
    cause && causeWords[cause].name.toLowerCase(),
    appeal && 'with an appeal',
    errorClass && `“${classWords[errorClass]}”`,
    query.signature && `of the group ${query.signature}`,
    shop && `of ${shop}`,
    garment && `with ${garment}`,
    query.person && 'of one person',
    query.assignee && (query.assignee === 'nobody' ? 'that are nobody’s' : 'of one admin'),
    olderThanHours && `over ${olderThanHours} h old`,
    query.search && `that say “${query.search}”`,
  ].filter(Boolean);
  return parts.join(', ');
}
