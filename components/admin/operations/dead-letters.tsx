import type { OperationsNow } from '#lib/contracts/operations.ts';
import { count } from './figures-text.ts';

export function DeadLetters({ letters }: { letters: OperationsNow['deadLetters'] }) {
  return (
    <div className="grid content-start gap-2">
      <h3 className="text-sm font-medium">Background tasks that failed for good</h3>
      {letters.length === 0 ? (
        <p className="text-sm text-ink-soft">None in the last 24 hours.</p>
      ) : (
        <ul className="text-sm">
          {letters.map(({ task, count: many }) => (
            <li
              key={task}
              className="flex justify-between gap-4 border-b border-line py-2 tabular-nums"
            >
              <code className="min-w-0 font-mono text-label break-all">{task}</code>
              {count(many)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
