import { SectionHeading } from '#components/ui/heading.tsx';
import type { CaseDetail } from '#lib/contracts/review.ts';
import { appealWords, reportWords } from '../queue/queue-words.ts';
import { UtcTime } from '../utc-time.tsx';

/** The appeal and the reports, as the shopper wrote them. */
export function ShoppersWords({ detail: { appealCase, feedback } }: { detail: CaseDetail }) {
  if (!appealCase && feedback.length === 0) return null;
  return (
    <section aria-labelledby="shopper" className="grid gap-4 text-sm">
      <SectionHeading id="shopper">What the shopper says</SectionHeading>
      {appealCase && (
        <div className="grid gap-1">
          <h3 className="text-label text-ink-soft">
            Appeal · <UtcTime instant={appealCase.createdAt} /> ·{' '}
            {appealWords[appealCase.state].name}
          </h3>
          <Said text={appealCase.text} />
          {appealCase.answer && (
            <>
              <h4 className="mt-2 text-label text-ink-soft">The answer</h4>
              <Said text={appealCase.answer} />
            </>
          )}
        </div>
      )}
      {feedback.map(({ kind, text, createdAt }) => (
        <div key={kind} className="grid gap-1">
          <h3 className="text-label text-ink-soft">
            Report · <UtcTime instant={createdAt} />
          </h3>
          <p className="font-medium">{reportWords[kind]}</p>
          {text && <Said text={text} />}
        </div>
      ))}
    </section>
  );
}

function Said({ text }: { text: string }) {
  return (
    <blockquote className="max-w-prose border-l-2 border-accent pl-3 break-words whitespace-pre-wrap">
      {text}
    </blockquote>
  );
}
