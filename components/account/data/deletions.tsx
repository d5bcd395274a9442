import Link from 'next/link';
import { SectionHeading } from '#components/ui/heading.tsx';
import type { ErasureView } from '#lib/contracts/own-data.ts';
import { dataWords, erasureCauseWords } from '#lib/words/privacy.ts';

const words = dataWords.erasures;

/** What was deleted, and whether it is gone. */
export function Deletions({ erasures }: { erasures: ErasureView[] }) {
  return (
    <section aria-labelledby="deletions" className="grid gap-3">
      <SectionHeading id="deletions">{words.title}</SectionHeading>
      <p className="text-pretty text-ink-soft">{erasures.length === 0 ? words.none : words.lead}</p>
      {erasures.length > 0 && (
        <ul className="border-t border-line">
          {erasures.map(({ id, cause, state, requestedAt }) => (
            <li
              key={id}
              className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 border-b border-line py-1 text-sm"
            >
              <p className="min-w-0">
                <span className="font-medium">{erasureCauseWords[cause]}</span>{' '}
                <span className="text-ink-soft">
                  {state.kind === 'done' ? words.done(state.doneAt) : words.open}
                </span>
              </p>
              <Link
                href={`/erasures/${id}`}
                prefetch={false}
                aria-label={words.receiptOf(erasureCauseWords[cause], requestedAt)}
                className="text-link inline-flex min-h-11 items-center"
              >
                {words.receipt}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
