import { Badge } from '#components/ui/badge.tsx';
import type { CaseRow } from '#lib/contracts/review.ts';
import { retrySentence, stateWords } from '../review-words.ts';

/** Where the newest retry of a case stands. */
export function RetryState({ retry }: { retry: NonNullable<CaseRow['retry']> }) {
  const { name, tone } = stateWords[retry.state];
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <Badge tone={tone}>{name}</Badge>
      <span className="text-pretty">{retrySentence(retry.state)}</span>
    </p>
  );
}
