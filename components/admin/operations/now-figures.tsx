import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import type { OperationsNow } from '#lib/contracts/operations.ts';
import { count, credits, money, percent, seconds } from './figures-text.ts';

/** The figures that tell at a glance whether anything is wrong. */
export function NowFigures({ now }: { now: OperationsNow }) {
  const { sample, lastHour, spend } = now;
  const alive = now.workers.filter((worker) => worker.alive).length;
  const dead = now.deadLetters.reduce((sum, letter) => sum + letter.count, 0);
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-5 md:grid-cols-3">
      <Figure
        name="Success rate"
        note={
          lastHour.ended > 0
            ? `${count(lastHour.succeeded)} of ${count(lastHour.ended)} that ended in the last hour`
            : 'Nothing ended in the last hour'
        }
      >
        {percent(lastHour.successRate)}
      </Figure>
      <Figure
        name="Waiting to be sent"
        note={
          sample && sample.oldestSeconds > 0
            ? `The first shopper for ${seconds(sample.oldestSeconds)}`
            : 'No shopper waits'
        }
      >
        {sample ? count(sample.queued) : '–'}
      </Figure>
      <Figure
        name="Under way"
        note={
          sample && sample.nearHour > 0
            ? `${count(sample.nearHour)} near the end of their hour`
            : 'None near the end of its hour'
        }
        worry={sample !== null && sample.nearHour > 0}
      >
        {sample ? count(sample.underWay) : '–'}
      </Figure>
      <Figure name="Calls at hand" note={`${count(now.callsPerMinute)} a minute are shared by all`}>
        {sample ? count(Math.floor(sample.tokens)) : '–'}
      </Figure>
      <Figure
        name="Credits left"
        note={
          sample?.credits === null
            ? 'The provider has not said yet'
            : 'Asked for every five minutes'
        }
      >
        {credits(sample?.credits ?? null)}
      </Figure>
      <Figure
        name="Spent today"
        note={`${money(spend.week)} in 7 days, ${money(spend.month)} in 30${now.simulated ? '; simulated' : ''}`}
      >
        {money(spend.today)}
      </Figure>
      <Figure
        name="Workers"
        note={alive > 0 ? 'Heard of in the last 30 seconds' : 'None was heard of for 30 seconds'}
        worry={alive === 0}
      >
        {count(alive)}
      </Figure>
      <Figure name="Failed for good" note="Background tasks in 24 hours" worry={dead > 0}>
        {count(dead)}
      </Figure>
      <Figure
        name="Deletions overdue"
        note={
          now.deletions.overdue > 0
            ? 'Promised within 24 hours; the storage has not confirmed them'
            : `${count(now.deletions.open)} under way`
        }
        worry={now.deletions.overdue > 0}
      >
        {count(now.deletions.overdue)}
      </Figure>
    </dl>
  );
}

interface FigureProps {
  name: string;
  note: string;
  worry?: boolean;
  children: ReactNode;
}

function Figure({ name, note, worry = false, children }: FigureProps) {
  return (
    <div className="grid content-start gap-1">
      <dt className="text-label text-ink-soft">{name}</dt>
      <dd className="grid gap-0.5">
        <span
          className={classNames('font-display text-heading tabular-nums', worry && 'text-danger')}
        >
          {children}
        </span>
        <span
          className={classNames('text-label text-pretty', worry ? 'text-danger' : 'text-ink-soft')}
        >
          {note}
        </span>
      </dd>
    </div>
  );
}
