import { classNames } from '#components/ui/class-names.ts';
import type { CaseEvent } from '#lib/contracts/review.ts';
import { UtcTime } from '../utc-time.tsx';
import { timelineCodes, timelineText, timelineWords } from './timeline-words.ts';

const dots: Record<CaseEvent['source'], string> = {
  'try-on': 'bg-line-strong',
  admin: 'bg-accent',
  shopper: 'bg-success',
};

/** All that happened, the earliest first. */
export function CaseTimeline({ events }: { events: CaseEvent[] }) {
  return (
    <ol aria-labelledby="timeline" className="text-sm">
      {withKeys(events).map(({ key, event }) => {
        const codes = timelineCodes(event);
        const text = timelineText(event);
        return (
          <li
            key={key}
            className="relative grid gap-x-5 gap-y-0.5 border-l border-line py-2 pl-5 sm:grid-cols-[11.5rem_minmax(0,1fr)]"
          >
            <span
              aria-hidden
              className={classNames(
                'absolute top-3.5 -left-[4.5px] size-2 rounded-full',
                dots[event.source],
              )}
            />
            <span className="text-ink-soft">
              <UtcTime instant={event.at} />
            </span>
            <div className="grid min-w-0 gap-0.5">
              <p className="text-pretty">
                {event.by && <span className="font-medium">{event.by} </span>}
                {timelineWords(event)}
                {codes && <span className="text-ink-soft"> · {codes}</span>}
              </p>
              {text && (
                <p className="max-w-prose border-l-2 border-line pl-3 break-words whitespace-pre-wrap">
                  {text}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** Events have no ids across their sources; what happened in the same instant is told apart by place. */
const withKeys = (events: CaseEvent[]) =>
  events.map((event, place) => ({ key: `${event.at} ${event.kind} ${place}`, event }));
