'use client';

import { Heart } from 'lucide-react';
import { classNames } from './class-names.ts';

interface HeartButtonProps {
  /** What is liked: "Favourite: Boxy tee". */
  label: string;
  pressed: boolean;
  onToggle: (pressed: boolean) => void;
  className?: string;
}

/** A heart in the corner of a picture: pressed, or not. */
export function HeartButton({ label, pressed, onToggle, className }: HeartButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      onClick={() => onToggle(!pressed)}
      className={classNames('group/heart grid size-11 place-items-center rounded-full', className)}
    >
      <span className="grid size-9 place-items-center rounded-full bg-paper/85 transition-colors duration-150 group-hover/heart:bg-raised">
        <Heart
          aria-hidden
          className={classNames(
            'size-[1.125rem]',
            pressed ? 'fill-accent text-accent' : 'text-ink',
          )}
        />
      </span>
    </button>
  );
}
