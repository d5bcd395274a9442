import { Check, CloudOff, TriangleAlert } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { fieldList } from './field-names.ts';
import type { SaveState } from './save-state.ts';

interface SaveLineProps {
  save: SaveState;
  /** Whether shoppers see each change at once. */
  isLive: boolean;
  onRetry: () => void;
  /** Leads to what a person must do. */
  onShow: () => void;
}

/** Where the saving stands, quietly. */
export function SaveLine({ save, isLive, onRetry, onShow }: SaveLineProps) {
  const Sign = signOf(save);
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1">
      <p role="status" className="flex items-start gap-2 text-sm text-pretty text-ink-soft">
        {Sign && <Sign.icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${Sign.colour}`} />}
        <span>{sentenceOf(save, isLive)}</span>
      </p>
      {(save.kind === 'failed' || save.kind === 'offline') && (
        <Button variant="quiet" size="small" onClick={onRetry}>
          Try again
        </Button>
      )}
      {(save.kind === 'held' || save.kind === 'disputed') && (
        <Button variant="quiet" size="small" onClick={onShow}>
          Show
        </Button>
      )}
    </div>
  );
}

function sentenceOf(save: SaveState, isLive: boolean): string {
  switch (save.kind) {
    case 'untouched':
      return 'It is saved by itself as you write.';
    case 'saved':
      return isLive ? 'All changes saved. Shoppers see them.' : 'All changes saved';
    case 'saving':
      return 'Saving …';
    case 'incomplete':
      return `Not saved yet. Still needed: ${fieldList(save.fields)}.`;
    case 'held':
      return `Saved, but not ${fieldList(save.fields)}: not right yet.`;
    case 'disputed':
      return `Not saved: ${fieldList(save.fields)}. Choose which to keep.`;
    case 'offline':
      return 'No connection. Your changes are kept here and saved when it is back.';
    case 'failed':
      return `Not saved: ${save.reason}`;
  }
}

function signOf({ kind }: SaveState) {
  switch (kind) {
    case 'saved':
      return { icon: Check, colour: 'text-success' };
    case 'offline':
      return { icon: CloudOff, colour: 'text-warning' };
    case 'held':
    case 'disputed':
    case 'failed':
      return { icon: TriangleAlert, colour: 'text-warning' };
    case 'untouched':
    case 'saving':
    case 'incomplete':
      return null;
  }
}
