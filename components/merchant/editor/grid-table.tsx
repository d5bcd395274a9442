import type { ReactNode, Ref } from 'react';
import { showFocusWhole } from '#lib/client/show-focus-whole.ts';

interface GridTableProps {
  ref: Ref<HTMLTableElement>;
  /** What it is and which keys do what, for screen readers. */
  caption: string;
  children: ReactNode;
}

/** A table of cells to write in. Wider than a phone, it moves under its first column. */
export function GridTable({ ref, caption, children }: GridTableProps) {
  return (
    <div className="relative -mr-1 scroll-pr-1 overflow-x-auto pr-1 pb-1 max-sm:scroll-pl-28">
      <table
        ref={ref}
        onKeyUp={showFocusWhole}
        className="w-full border-collapse text-left text-sm tabular-nums"
      >
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

/** Of a cell in the first column. */
export const firstColumn = 'max-sm:sticky max-sm:left-0 max-sm:z-10 max-sm:bg-paper';
