import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { type CaseQuery, writeCaseQuery } from '#lib/domain/case-query.ts';

export function NothingHere({ query }: { query: CaseQuery }) {
  if (writeCaseQuery(query) === '') {
    return (
      <EmptyState title="Nothing to look at">
        Try-ons that fail, are blocked, expire or get lost on the way appear here by themselves, and
        so do appeals and reports.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No such case"
      action={
        <LinkButton href="/admin" variant="secondary">
          Show all open cases
        </LinkButton>
      }
    >
      No case is all of what is asked for.
    </EmptyState>
  );
}
