import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode };

/** A checkbox with its sentence; the whole line is the target. */
export function Checkbox({ label, className, ...rest }: CheckboxProps) {
  return (
    <label className={classNames('flex min-h-11 items-start gap-3 py-2 text-sm', className)}>
      <input
        type="checkbox"
        className="mt-0.5 size-5 shrink-0 rounded-control accent-accent"
        {...rest}
      />
      <span className="leading-relaxed">{label}</span>
    </label>
  );
}
