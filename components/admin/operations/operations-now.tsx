'use client';

import { SectionHeading } from '#components/ui/heading.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { OperationsNow } from '#lib/contracts/operations.ts';
import { UtcTime } from '../utc-time.tsx';
import { AlertsOn } from './alerts-on.tsx';
import { DeadLetters } from './dead-letters.tsx';
import { clockTime } from './figures-text.ts';
import { NowFigures } from './now-figures.tsx';
import { StageTimes } from './stage-times.tsx';
import { useOperations } from './use-operations.ts';
import { Workers } from './workers.tsx';

/** How things stand just now. */
export function OperationsNowPanel({ initial }: { initial: OperationsNow }) {
  const { now, unreachable } = useOperations(initial);
  return (
    <>
      {now.alerts.length > 0 && <AlertsOn alerts={now.alerts} />}
      <section aria-labelledby="now" className="grid gap-6">
        <SectionHeading
          id="now"
          actions={
            now.sample && (
              <span className="text-label text-ink-soft tabular-nums">
                As of {clockTime(now.sample.minute)} UTC
                {unreachable && '; the server does not answer'}
              </span>
            )
          }
        >
          Now
        </SectionHeading>
        {now.sample && now.stale && (
          <Notice kind="warning" title="These figures are old">
            Nobody has looked since <UtcTime instant={now.sample.minute} />: no worker and no server
            is running that could.
          </Notice>
        )}
        <NowFigures now={now} />
        <div className="grid gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <StageTimes stages={now.lastHour.stages} />
          <div className="grid content-start gap-8">
            <Workers workers={now.workers} />
            <DeadLetters letters={now.deadLetters} />
          </div>
        </div>
      </section>
    </>
  );
}
