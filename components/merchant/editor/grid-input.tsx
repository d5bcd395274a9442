'use client';

import { type ComponentProps, useId } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { isSeveralCells, readCells } from '#lib/domain/spreadsheet-cells.ts';

interface GridInputProps extends Omit<ComponentProps<'input'>, 'onChange' | 'onPaste'> {
  'aria-label': string;
  value: string;
  onWrite: (value: string) => void;
  /** Several cells of a spreadsheet, to be laid over the grid from this one on. */
  onCells: (cells: string[][]) => void;
  /** Said while it is typed: coming later, it would move what is about to be clicked. */
  error?: string;
}

/** The cell of a grid as a text input; `useGrid` gives it its place. */
export function GridInput({ onWrite, onCells, error, className, ...rest }: GridInputProps) {
  const errorId = useId();
  return (
    <>
      <input
        {...rest}
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
        onChange={(event) => onWrite(event.target.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (!isSeveralCells(pasted)) return;
          event.preventDefault();
          onCells(readCells(pasted));
        }}
        className={classNames(
          'block min-h-11 w-full min-w-0 bg-transparent px-2 text-base text-ink sm:text-sm placeholder:text-ink-faint',
          'hover:bg-ink/5 focus:bg-raised aria-invalid:bg-danger-soft',
          '-outline-offset-2',
          className,
        )}
      />
      {error && (
        <p id={errorId} className="px-2 pb-1.5 text-label text-pretty text-danger">
          {error}
        </p>
      )}
    </>
  );
}
