import Link from 'next/link';
import { classNames } from '#components/ui/class-names.ts';
import { Notice } from '#components/ui/notice.tsx';
import type { RenderPlan } from '#lib/contracts/render.ts';
import { counted, figure } from '../import/import-words.ts';
import { useShop } from '../shop-context.tsx';
import { aboutTime, dollars, reasonWords } from './render-words.ts';

/** What a run would make and what that would come to, in figures and in a sentence. */
export function PlanSummary({ plan, stale }: { plan: RenderPlan; stale: boolean }) {
  const { toMake, there, free, costMicros, seconds, places } = plan;
  const figures: [name: string, value: string, note: string][] = [
    ['To be made', figure(toMake), toMake === 0 ? '' : aboutTime(seconds)],
    [
      'Cost',
      toMake === 0 ? dollars(0) : `≈ ${dollars(costMicros.all)}`,
      toMake === 0 ? '' : `${dollarsExactly(costMicros.each)} each`,
    ],
    ['Free', figure(free), free === 0 ? '' : 'a shopper’s, or coming'],
    ['There already', figure(there), ''],
  ];
  return (
    <div
      aria-live="polite"
      aria-busy={stale}
      className={classNames('grid gap-4 transition-opacity', stale && 'opacity-55')}
    >
      <dl className="grid grid-cols-2 gap-x-8 gap-y-5 border-y border-line py-4 sm:flex sm:flex-wrap sm:gap-x-12">
        {figures.map(([name, value, note]) => (
          <div key={name} className="grid content-start">
            <dt className="text-label text-ink-soft">{name}</dt>
            <dd className="font-display text-title tabular-nums">{value}</dd>
            {note && <dd className="text-label text-ink-soft tabular-nums">{note}</dd>}
          </div>
        ))}
      </dl>
      {toMake > 0 && (
        <p className="max-w-prose text-sm text-pretty text-ink-soft">
          An estimate:{' '}
          {costMicros.measured
            ? 'the cost is what our last pictures came to'
            : 'the cost is what the picture service publishes'}
          , and the time is for an hour in which nobody else tries anything on. Shoppers always go
          first, so it takes longer while they are many. You may leave the page.
        </p>
      )}
      <Places toMake={toMake} places={places} />
      <LeftOut leftOut={plan.leftOut} />
    </div>
  );
}

/** A picture costs about a cent: two more digits are needed to see what. */
const dollarsExactly = (micros: number) => `US$${(micros / 1e6).toFixed(4)}`;

function Places({ toMake, places }: Pick<RenderPlan, 'toMake' | 'places'>) {
  if (places === null || toMake === 0) return null;
  if (toMake <= places) {
    return (
      <p className="text-sm text-ink-soft">
        The shop has {counted(places, 'try-on')} left just now, shoppers’ included.
      </p>
    );
  }
  return (
    <Notice kind="warning">
      The shop has {counted(places, 'try-on')} left just now, shoppers’ included. The run pauses
      when they are used up, and goes on when you let it.
    </Notice>
  );
}

function LeftOut({ leftOut }: Pick<RenderPlan, 'leftOut'>) {
  const { path } = useShop();
  const count = leftOut.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return null;
  return (
    <details className="text-sm">
      <summary className="inline-flex min-h-11 cursor-pointer items-center underline-offset-4 hover:underline">
        {counted(count, 'garment')} left out
      </summary>
      <ul className="grid gap-4 pb-2">
        {leftOut.map(({ reason, count: ofReason, garments }) => (
          <li key={reason} className="grid gap-1">
            <p className="text-ink-soft">
              {figure(ofReason)} {reasonWords[reason]}
            </p>
            <ul className="flex flex-wrap gap-x-4">
              {garments.map(({ id, title }) => (
                <li key={id}>
                  <Link
                    href={`${path}/garments/${id}`}
                    className="inline-flex min-h-9 items-center text-link pointer-coarse:min-h-11"
                  >
                    {title}
                  </Link>
                </li>
              ))}
              {ofReason > garments.length && (
                <li className="py-2 text-ink-soft">
                  and {figure(ofReason - garments.length)} more
                </li>
              )}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
