import { Badge } from '#components/ui/badge.tsx';
import type { WorkerView } from '#lib/contracts/operations.ts';
import { UtcTime } from '../utc-time.tsx';

const kinds: Record<WorkerView['kind'], string> = {
  inline: 'In a server',
  apart: 'On its own',
};

export function Workers({ workers }: { workers: readonly WorkerView[] }) {
  return (
    <div className="grid content-start gap-2">
      <h3 className="text-sm font-medium">Workers</h3>
      {workers.length === 0 ? (
        <p className="text-sm text-pretty text-ink-soft">
          None was ever heard of. Where a scheduler moves the try-ons there is none.
        </p>
      ) : (
        <ul className="text-sm">
          {workers.map(({ id, kind, startedAt, seenAt, alive }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2"
            >
              <span>
                {kinds[kind]}{' '}
                <span className="text-label text-ink-soft">
                  {alive ? 'since' : 'last heard of'}{' '}
                  <UtcTime instant={alive ? startedAt : seenAt} />
                </span>
              </span>
              <Badge tone={alive ? 'success' : 'danger'}>{alive ? 'Alive' : 'Gone'}</Badge>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
