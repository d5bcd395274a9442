import { type CaseQuery, writeCaseQuery } from '#lib/domain/case-query.ts';

/** The queue's page as it is asked for. */
export function queueHref(query: CaseQuery, more: { grouped?: boolean; after?: string } = {}) {
  const search = new URLSearchParams(writeCaseQuery(query));
  if (more.grouped) search.set('grouped', '1');
  if (more.after) search.set('after', more.after);
  return search.size > 0 ? `/admin?${search}` : '/admin';
}

/** A case, with the queue that it was found in: from there one goes on to the next. */
export function caseHref(tryOnId: string, query: CaseQuery): string {
  const written = writeCaseQuery(query);
  return `/admin/cases/${tryOnId}${written && `?${written}`}`;
}
