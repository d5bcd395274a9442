import { useId } from 'react';
import { type GarmentKind, garmentKinds } from '#lib/domain/category.ts';
import { kindWords } from '../kind-words.ts';
import { KindDrawing } from './kind-drawing.tsx';

interface KindChoiceProps {
  value: GarmentKind | null;
  onChange: (kind: GarmentKind) => void;
  error: string | undefined;
}

export function KindChoice({ value, onChange, error }: KindChoiceProps) {
  const errorId = useId();
  return (
    <fieldset
      className="grid gap-2"
      aria-describedby={error ? errorId : undefined}
      data-invalid={error ? true : undefined}
    >
      <legend className="mb-1.5 text-sm font-medium">Kind</legend>
      <div className="grid gap-3 sm:grid-cols-4">
        {garmentKinds.map((kind) => (
          <Kind key={kind} kind={kind} checked={value === kind} onChoose={() => onChange(kind)} />
        ))}
      </div>
      {error && (
        <p id={errorId} className="text-label font-medium text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface KindProps {
  kind: GarmentKind;
  checked: boolean;
  onChoose: () => void;
}

function Kind({ kind, checked, onChoose }: KindProps) {
  const id = useId();
  const { name, means } = kindWords[kind];
  return (
    <label className="relative flex items-center gap-4 rounded-control sm:grid sm:content-start sm:justify-items-center sm:gap-2 sm:pt-4 border border-line-strong bg-raised p-3 transition-colors hover:border-ink has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <KindDrawing kind={kind} />
      <input
        type="radio"
        name="category"
        value={kind}
        checked={checked}
        onChange={onChoose}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-means`}
        className="absolute top-3 right-3 size-4.5 accent-accent focus-visible:outline-none"
      />
      <span className="grid content-start gap-0.5 max-sm:pr-6 sm:justify-self-stretch">
        <span id={`${id}-name`} className="text-sm font-medium">
          {name}
        </span>
        <span id={`${id}-means`} className="text-label text-ink-soft">
          {means}
        </span>
      </span>
    </label>
  );
}
