import { useId } from 'react';
import { type GarmentCategory, garmentCategories } from '#lib/domain/category.ts';
import { kindWords } from '../kind-words.ts';
import { KindDrawing } from './kind-drawing.tsx';

interface KindChoiceProps {
  value: GarmentCategory | null;
  onChange: (category: GarmentCategory) => void;
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
      <div className="grid gap-3 sm:grid-cols-3">
        {garmentCategories.map((category) => (
          <Kind
            key={category}
            category={category}
            checked={value === category}
            onChoose={() => onChange(category)}
          />
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
  category: GarmentCategory;
  checked: boolean;
  onChoose: () => void;
}

function Kind({ category, checked, onChoose }: KindProps) {
  const id = useId();
  const { name, means } = kindWords[category];
  return (
    <label className="relative flex items-center gap-4 rounded-control sm:grid sm:content-start sm:justify-items-center sm:gap-2 sm:pt-4 border border-line-strong bg-raised p-3 transition-colors hover:border-ink has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <KindDrawing category={category} />
      <input
        type="radio"
        name="category"
        value={category}
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
