'use client';

import { Keyboard } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { useShortcutsWish } from './use-shortcuts.ts';

interface ShortcutsHelpProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** In the order in which they are shown. */
  keys: readonly { keys: readonly string[]; does: string }[];
}

/** Which keys there are, and the switch that turns them off. */
export function ShortcutsHelp({ open, onOpenChange, keys }: ShortcutsHelpProps) {
  const { on, set } = useShortcutsWish();
  return (
    <>
      <Button
        variant="quiet"
        size="small"
        className="pointer-coarse:hidden"
        onClick={() => onOpenChange(true)}
      >
        <Keyboard aria-hidden /> Keys
      </Button>
      <Dialog open={open} onOpenChange={onOpenChange} title="By keyboard">
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-5 gap-y-2 text-sm">
          {keys.map((one) => (
            <div key={one.does} className="col-span-2 grid grid-cols-subgrid items-center">
              <dt className="flex gap-1.5">
                {one.keys.map((key) => (
                  <kbd
                    key={key}
                    className="min-w-7 rounded-control border border-line-strong px-1.5 py-0.5 text-center font-mono text-label"
                  >
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{one.does}</dd>
            </div>
          ))}
        </dl>
        <Checkbox
          label="Single keys do something"
          checked={on}
          onChange={(event) => set(event.target.checked)}
        />
      </Dialog>
    </>
  );
}
