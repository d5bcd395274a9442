import { X } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';

interface ChosenBarProps {
  count: number;
  busy: boolean;
  onAssign: () => void;
  onClear: () => void;
}

/** What can be done to the chosen cases; at the foot of the screen while some are chosen. */
export function ChosenBar({ count, busy, onAssign, onClear }: ChosenBarProps) {
  return (
    <section
      aria-label="The chosen cases"
      className="tall:sticky tall:bottom-0 z-10 flex flex-wrap items-center gap-2 border-t border-line-strong bg-paper py-3"
    >
      <p role="status" className="mr-auto text-sm font-medium tabular-nums max-sm:basis-full">
        {count === 1 ? '1 case chosen' : `${count} cases chosen`}
      </p>
      <Button variant="secondary" size="small" disabled={busy} onClick={onAssign}>
        Assign to me
      </Button>
      <Button variant="quiet" size="small" onClick={onClear}>
        <X aria-hidden /> Choose none
      </Button>
    </section>
  );
}
