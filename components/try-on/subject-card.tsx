import type { ReactNode } from 'react';
import { Picture, type PictureSource } from '#components/ui/picture.tsx';

interface SubjectCardProps {
  value: string;
  /** Accessible name of the choice. */
  label: string;
  caption?: string;
  picture: PictureSource;
  /** All of the picture, not only what fills the card. */
  whole?: boolean;
  /** Laid over the picture. */
  overlay?: ReactNode;
  checked: boolean;
  onSelect: () => void;
}

/** A person to choose: a radio button that is a picture. All cards of a form are one group. */
export function SubjectCard({
  value,
  label,
  caption,
  picture,
  whole = false,
  overlay,
  checked,
  onSelect,
}: SubjectCardProps) {
  return (
    <label className="group relative grid content-start gap-1.5 text-center text-label">
      <input
        type="radio"
        name="subject"
        value={value}
        aria-label={label}
        checked={checked}
        onChange={onSelect}
        className="peer absolute inset-0 z-10 size-full cursor-pointer opacity-0"
      />
      <span className="relative block rounded-picture outline-offset-2 outline-accent transition-[outline-color] group-has-checked:outline-2 group-has-focus-visible:outline-2 group-has-focus-visible:outline-offset-4">
        <Picture picture={picture} alt="" sizes="8rem" fit={whole ? 'whole' : 'cover'} />
        {overlay}
      </span>
      {caption && (
        <span className="text-ink-soft group-has-checked:font-medium group-has-checked:text-ink">
          {caption}
        </span>
      )}
    </label>
  );
}
