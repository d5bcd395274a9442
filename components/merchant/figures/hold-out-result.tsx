import type { HoldOutView } from '#lib/contracts/figures.ts';
import { type HoldOutArm, holdOutArms } from '#lib/domain/hold-out.ts';
import { count, shareText } from './figure-words.ts';
import { type Finding, findingOf, outcomes, points, sayFinding } from './lift-words.ts';

const armWords: Record<HoldOutArm, string> = {
  shown: 'With “Try it on”',
  hidden: 'Without it',
};

/** The two arms beside each other, and what they tell. */
export function HoldOutResult({ holdOut }: { holdOut: HoldOutView }) {
  const { arms } = holdOut;
  return (
    <div className="grid gap-6">
      <table className="w-full max-w-2xl border-collapse text-sm">
        <caption className="sr-only">Visitors with and without “Try it on”</caption>
        <thead>
          <tr className="border-b border-line-strong text-label text-ink-soft">
            <td />
            <th scope="col" className="py-2 pl-3 text-right font-medium">
              Visitors
            </th>
            <th scope="col" className="py-2 pl-3 text-right font-medium">
              Into the bag
            </th>
            <th scope="col" className="py-2 pl-3 text-right font-medium">
              Ordered
            </th>
          </tr>
        </thead>
        <tbody>
          {holdOutArms.map((arm) => {
            const { visitors, bagged, ordered } = arms[arm];
            return (
              <tr key={arm} className="border-b border-line tabular-nums">
                <th scope="row" className="py-2.5 text-left font-normal">
                  {armWords[arm]}
                </th>
                <td className="py-2.5 pl-3 text-right">{count(visitors)}</td>
                <Rate part={bagged} of={visitors} />
                <Rate part={ordered} of={visitors} />
              </tr>
            );
          })}
        </tbody>
      </table>
      {outcomes.map((outcome) => {
        const finding = findingOf(holdOut, outcome);
        return (
          <div key={outcome.key} className="grid max-w-2xl gap-3">
            <IntervalBar finding={finding} />
            <p className="text-pretty">{sayFinding(finding, outcome)}</p>
          </div>
        );
      })}
    </div>
  );
}

function Rate({ part, of }: { part: number; of: number }) {
  return (
    <td className="py-2.5 pl-3 text-right">
      {count(part)}
      <span className="ml-2 inline-block min-w-12 text-ink-soft">{shareText({ part, of })}</span>
    </td>
  );
}

/** Where the difference lies, beside nought; the sentence below says the same. */
function IntervalBar({ finding: { verdict } }: { finding: Finding }) {
  if (verdict.kind === 'too-few') return null;
  const { low, high } = verdict.interval;
  const reach = 1.15 * Math.max(Math.abs(low), Math.abs(high));
  const at = (value: number) => `${50 + (50 * value) / reach}%`;
  const colour =
    verdict.kind === 'undecided' ? 'bg-ink-faint' : low > 0 ? 'bg-success' : 'bg-danger';
  return (
    <div aria-hidden className="grid gap-1">
      <div className="relative h-6">
        <span className="absolute inset-x-0 top-1/2 border-t border-line" />
        <span className="absolute inset-y-0 left-1/2 border-l border-line-strong" />
        <span
          className={`absolute top-1/2 h-1 -translate-y-1/2 ${colour}`}
          style={{ left: at(low), right: `calc(100% - ${at(high)})` }}
        />
        <span
          className={`absolute top-1/2 size-3 -translate-1/2 rounded-full ${colour}`}
          style={{ left: at(verdict.difference) }}
        />
      </div>
      <div className="grid grid-cols-3 text-label text-ink-soft tabular-nums">
        <span>{points(-reach)}</span>
        <span className="text-center">no difference</span>
        <span className="text-right">{points(reach)} points</span>
      </div>
    </div>
  );
}
