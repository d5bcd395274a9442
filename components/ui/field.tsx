import { type ReactNode, useId } from 'react';
import { uiWords } from '#lib/words/ui.ts';
import { classNames } from './class-names.ts';

/** What a control must be given so that its label, hint and error belong to it. */
export interface ControlAttributes {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps {
  label: string;
  hint?: ReactNode;
  /** One sentence; shown instead of nothing, announced with the control. */
  error?: string | null;
  /** Says "optional" beside the label. */
  optional?: boolean;
  className?: string;
  /** Draws the control: `{(control) => <Input name="title" {...control} />}`. */
  children: (control: ControlAttributes) => ReactNode;
}

export function Field({ label, hint, error, optional = false, className, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  return (
    <div className={classNames('grid content-start gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {optional && <span className="font-normal text-ink-faint"> {uiWords.optional}</span>}
      </label>
      {children({
        id,
        'aria-describedby': [hintId, errorId].filter(Boolean).join(' ') || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <p id={hintId} className="text-label text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className="text-label font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
