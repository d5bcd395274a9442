import type { OperationsNow } from '#lib/contracts/operations.ts';
import { stages } from '#lib/domain/operations.ts';
import { count, seconds } from './figures-text.ts';
import { stageWords } from './stage-words.ts';

/** How long looks took in the last hour, stage by stage. */
export function StageTimes({ stages: times }: { stages: OperationsNow['lastHour']['stages'] }) {
  return (
    <div className="grid content-start gap-2">
      <h3 className="text-sm font-medium">How long looks took in the last hour</h3>
      <table className="w-full text-left text-sm">
        <thead className="text-label text-ink-soft">
          <tr className="border-b border-line-strong">
            <th scope="col" className="py-2 pr-3 font-medium">
              Stage
            </th>
            <th scope="col" className="py-2 pl-3 text-right font-medium">
              Looks
            </th>
            <th scope="col" className="py-2 pl-3 text-right font-medium">
              Half within
            </th>
            <th scope="col" className="py-2 pl-3 text-right font-medium">
              95 % within
            </th>
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {stages.map((stage) => (
            <tr key={stage} className="border-b border-line">
              <th scope="row" className="py-2 pr-3 font-normal">
                {stageWords[stage].name}
                <span className="block text-label font-normal text-ink-soft">
                  {stageWords[stage].meaning}
                </span>
              </th>
              <td className="py-2 pl-3 text-right">{count(times[stage].count)}</td>
              <td className="py-2 pl-3 text-right">{seconds(times[stage].p50)}</td>
              <td className="py-2 pl-3 text-right">{seconds(times[stage].p95)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-label text-pretty text-ink-soft">
        Of looks that were made, not of those that were found. What is made in bulk waits on purpose
        and counts in rendering and saving only.
      </p>
    </div>
  );
}
