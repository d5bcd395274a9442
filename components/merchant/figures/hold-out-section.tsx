import { Notice } from '#components/ui/notice.tsx';
import type { HoldOutView } from '#lib/contracts/figures.ts';
import { armsAreSkewed } from '#lib/domain/lift.ts';
import { dayText } from './figure-words.ts';
import { HoldOutControls } from './hold-out-controls.tsx';
import { HoldOutResult } from './hold-out-result.tsx';

/** Whether the fitting room sells more: the experiment that runs, the way to one, and the earlier ones. */
export function HoldOutSection({ holdOuts }: { holdOuts: HoldOutView[] }) {
  const running = holdOuts.find(({ endedAt }) => endedAt === null);
  const ended = holdOuts.filter(({ endedAt }) => endedAt !== null);
  return (
    <div className="grid gap-6">
      {running ? (
        <>
          <p className="max-w-2xl text-pretty">
            Since {dayText(running.startedAt)}, {running.percent} % of your new visitors, drawn by
            chance, do not see “Try it on”.
          </p>
          <SkewWarning holdOut={running} />
          <HoldOutResult holdOut={running} />
        </>
      ) : (
        <p className="max-w-2xl text-pretty text-ink-soft">
          People who try things on buy more, but they might have anyway. To know what the fitting
          room itself brings, keep “Try it on” from a share of new visitors, drawn by chance, and
          compare what both put into the bag.
        </p>
      )}
      <HoldOutControls running={running?.percent ?? 0} />
      {ended.length > 0 && (
        <div className="grid">
          <h3 className="border-b border-line pb-2 font-medium">Earlier experiments</h3>
          {ended.map((holdOut) => (
            <details key={holdOut.id} className="border-b border-line">
              <summary className="min-h-11 content-center text-sm">
                {dayText(holdOut.startedAt)} to {dayText(holdOut.endedAt ?? '')}, {holdOut.percent}{' '}
                % without “Try it on”
              </summary>
              <div className="grid gap-6 pt-3 pb-6">
                <SkewWarning holdOut={holdOut} />
                <HoldOutResult holdOut={holdOut} />
              </div>
            </details>
          ))}
        </div>
      )}
    </div>
  );
}

function SkewWarning({ holdOut: { arms, percent } }: { holdOut: HoldOutView }) {
  if (!armsAreSkewed(arms.hidden.visitors, arms.shown.visitors, percent)) return null;
  const all = arms.hidden.visitors + arms.shown.visitors;
  const share = Math.round((1_000 * arms.hidden.visitors) / all) / 10;
  return (
    <Notice kind="warning" title="The two groups are not as they were drawn">
      {percent} % of the visitors should be without “Try it on”, and {share} % are. Chance alone
      does that less than once in a thousand times, so something else has sorted them, and the
      comparison below may be wrong. Tell us before you rely on it.
    </Notice>
  );
}
