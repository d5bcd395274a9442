import type { ReactNode } from 'react';
import { Notice } from '#components/ui/notice.tsx';
import type { SpendView } from '#lib/contracts/spend.ts';
import { capWarning } from '#lib/domain/shop-caps.ts';
import { costOfOne, formatSpend, formatUnitCost, PACE_DAYS } from '#lib/domain/spend.ts';
import { CapMeter } from './cap-meter.tsx';
import { capWarningWords, count, dayText, tryOns } from './spend-words.ts';

/** What is used of the caps, what it has cost, and what it will have come to at this pace. */
export function ThisMonth({ spend }: { spend: SpendView }) {
  const { caps, used, soFar, projection } = spend;
  const warning = capWarning(caps, used);
  const cost = costOfOne(soFar);
  return (
    <div className="grid gap-6">
      {warning?.percent === 100 && (
        <Notice kind="warning" title={capWarningWords(warning).title}>
          {capWarningWords(warning).text}
        </Notice>
      )}
      <div className="grid gap-x-12 gap-y-6 sm:grid-cols-2">
        <Used
          label="Try-ons this month"
          used={used.month}
          cap={caps.monthlyTryOns}
          rest={`until ${dayText(spend.month.end)}`}
        />
        <Used label="In the last 24 hours" used={used.day} cap={caps.dailyTryOns} rest="just now" />
      </div>
      <dl className="grid gap-x-12 gap-y-5 border-t border-line pt-5 sm:grid-cols-3">
        <Figure
          name="Billed so far"
          note={
            spend.simulated
              ? 'By the sandbox, at the provider’s list price: nothing was paid.'
              : 'By the provider, in US dollars; its list price where it names none.'
          }
        >
          {formatSpend(soFar.micros)}
        </Figure>
        <Figure
          name="Cost of a try-on"
          note={
            cost === null ? 'Known with the first one.' : `On average of ${count(soFar.billed)}.`
          }
        >
          {cost === null ? '–' : formatUnitCost(cost)}
        </Figure>
        <Figure
          name={`By ${dayText(new Date(Date.parse(spend.month.end) - 1).toISOString())}`}
          note={
            projection
              ? `About ${tryOns(projection.tryOns)}, at the pace of the last ${PACE_DAYS} days${projection.stoppedByCap ? ' and up to the cap' : ''}.`
              : `Said once there are ${PACE_DAYS} whole days to go by.`
          }
        >
          {projection ? `≈ ${formatSpend(projection.micros)}` : '–'}
        </Figure>
      </dl>
      {projection && caps.monthlyTryOns !== null && used.month < caps.monthlyTryOns && (
        <p className="text-sm text-pretty text-ink-soft">
          {projection.stoppedByCap
            ? `At this pace the cap of ${count(caps.monthlyTryOns)} is reached before the month is over.`
            : `At this pace the cap of ${count(caps.monthlyTryOns)} is enough for the month.`}
        </p>
      )}
    </div>
  );
}

interface UsedProps {
  label: string;
  used: number;
  cap: number | null;
  /** When the rest is over. */
  rest: string;
}

function Used({ label, used, cap, rest }: UsedProps) {
  return (
    <div className="grid content-start gap-2">
      <p className="text-label text-ink-soft">{label}</p>
      <p className="font-display text-title tabular-nums">
        {count(used)}
        {cap !== null && <span className="text-heading text-ink-soft"> of {count(cap)}</span>}
      </p>
      {cap === null ? (
        <p className="text-label text-ink-soft">No cap</p>
      ) : (
        <>
          <CapMeter used={used} cap={cap} />
          <p className="text-label text-ink-soft">
            {used < cap ? `${count(cap - used)} left ${rest}` : `None left ${rest}`}
          </p>
        </>
      )}
    </div>
  );
}

function Figure({ name, note, children }: { name: string; note: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1.5">
      <dt className="text-label text-ink-soft">{name}</dt>
      <dd className="grid gap-1">
        <span className="font-display text-title tabular-nums">{children}</span>
        <span className="text-label text-pretty text-ink-soft">{note}</span>
      </dd>
    </div>
  );
}
