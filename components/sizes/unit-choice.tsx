import { type LengthUnit, lengthUnits } from '#lib/domain/body-measures.ts';
import { sizeAdviceWords } from '#lib/words/sizes.ts';

interface UnitChoiceProps {
  unit: LengthUnit;
  onChange: (unit: LengthUnit) => void;
}

/** Centimetres or inches, in the look of the choices that are links elsewhere. */
export function UnitChoice({ unit, onChange }: UnitChoiceProps) {
  return (
    <fieldset className="-mx-3 -my-2 flex">
      <legend className="sr-only">{sizeAdviceWords.unit}</legend>
      {lengthUnits.map((one) => (
        <label
          key={one}
          className="relative flex min-h-11 items-center rounded-control px-3 text-sm text-ink-soft underline-offset-[0.5em] hover:text-ink has-checked:text-ink has-checked:underline has-checked:decoration-accent has-checked:decoration-2 has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="unit"
            value={one}
            checked={one === unit}
            onChange={() => onChange(one)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {sizeAdviceWords.unitName[one]}
        </label>
      ))}
    </fieldset>
  );
}
