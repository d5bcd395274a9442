import { Check } from 'lucide-react';
import { Picture } from '#components/ui/picture.tsx';
import type { HouseModelView } from '#lib/contracts/photo.ts';

interface ModelChoiceProps {
  models: HouseModelView[];
  /** Slugs. */
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

/** House models to tick: checkboxes that are pictures. */
export function ModelChoice({ models, chosen, onChange }: ModelChoiceProps) {
  return (
    <ul className="grid max-w-4xl grid-cols-3 gap-3 sm:grid-cols-6">
      {models.map(({ slug, name, description, heightCm, picture }) => {
        const isOn = chosen.includes(slug);
        return (
          <li key={slug}>
            <label className="group relative grid content-start gap-1.5 text-label">
              <input
                type="checkbox"
                aria-label={`${name}, ${description}, ${heightCm} cm`}
                checked={isOn}
                onChange={() =>
                  onChange(isOn ? chosen.filter((one) => one !== slug) : [...chosen, slug])
                }
                className="absolute inset-0 z-10 size-full cursor-pointer opacity-0"
              />
              <span className="relative block rounded-picture outline-offset-2 outline-accent group-has-checked:outline-2 group-has-focus-visible:outline-2 group-has-focus-visible:outline-offset-4">
                <Picture picture={picture} alt="" sizes="(min-width: 40rem) 9rem, 30vw" />
                <span className="absolute top-2 right-2 grid size-6 place-items-center rounded-control border border-line-strong bg-paper text-on-accent group-has-checked:border-accent group-has-checked:bg-accent">
                  {isOn && <Check aria-hidden className="size-4" />}
                </span>
              </span>
              <span className="text-center text-ink-soft group-has-checked:font-medium group-has-checked:text-ink">
                {name}
              </span>
            </label>
          </li>
        );
      })}
    </ul>
  );
}
