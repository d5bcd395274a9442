import { Notice } from '#components/ui/notice.tsx';
import type { RulePreview } from '#lib/contracts/classifier.ts';
import { classWords } from '../review-words.ts';
import { casesWords, countWords } from './classifier-words.ts';

/** What a rule would do to the cases that there are. */
export function PreviewPanel({ preview }: { preview: RulePreview }) {
  const { changes, samples, overruled, rules, appealed, errorClass } = preview;
  return (
    <div className="grid gap-4 border-t border-line pt-4 text-sm">
      {changes.length === 0 ? (
        <p>No case so far says this. Answers from now on will be filed.</p>
      ) : (
        <dl className="grid gap-1">
          {changes.map(({ from, open, resolved }) => (
            <div key={from} className="flex flex-wrap justify-between gap-x-4">
              <dt>
                {classWords[from]} → {classWords[errorClass]}
              </dt>
              <dd className="text-ink-soft tabular-nums">{countWords({ open, resolved })}</dd>
            </div>
          ))}
        </dl>
      )}
      {changes.some(({ resolved }) => resolved > 0) && (
        <p className="text-label text-ink-soft">Closed cases keep the class they have.</p>
      )}
      {appealed > 0 && (
        <p className="text-label text-ink-soft">
          {casesWords(appealed)} with an appeal that waits for an answer stay as they are.
        </p>
      )}
      {overruled.length > 0 && (
        <Notice kind="warning" title="This overrules what is built in">
          <ul className="grid gap-1">
            {overruled.map(({ errorClass: from, text, cases }) => (
              <li key={`${from} ${text}`} className="break-words">
                “{text}” is “{classWords[from]}” now ({casesWords(cases)}).
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {rules.length > 0 && (
        <Notice kind="warning" title="Other rules hold for the same words">
          <ul className="grid gap-1">
            {rules.map((rule) => (
              <li key={rule.id} className="break-words">
                “{rule.phrase}” → {classWords[rule.errorClass]}
              </li>
            ))}
          </ul>
          <p>Where two hold, the newer one speaks: this one.</p>
        </Notice>
      )}
      {samples.length > 0 && (
        <section className="grid gap-1">
          <h3 className="font-medium">For example</h3>
          <ul className="grid gap-1 text-ink-soft">
            {samples.map(({ from, text, cases }) => (
              <li key={`${from} ${text}`} className="break-words">
                “{text}” · {casesWords(cases)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
