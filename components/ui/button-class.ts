import { classNames } from './class-names.ts';

export interface ButtonLook {
  /**
   * `primary` is the one thing to do here; `secondary` stands beside it; `quiet` is text with a
   * target around it; `danger` takes something away for good; `onPicture` lies over a photograph.
   */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'onPicture';
  /** `small` is for dense tables; under a coarse pointer it is 44 px all the same. */
  size?: 'small' | 'medium' | 'large';
  wide?: boolean;
}

const variants = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  secondary:
    'border border-line-strong text-ink hover:border-ink hover:bg-raised ' +
    'aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent',
  quiet:
    'text-ink underline-offset-4 decoration-1 hover:underline hover:bg-ink/5 ' +
    'aria-pressed:bg-accent-soft aria-pressed:text-accent',
  danger: 'bg-danger text-on-danger hover:bg-danger-hover',
  onPicture: 'bg-paper text-ink hover:bg-raised',
} as const;

const sizes = {
  small: 'min-h-9 pointer-coarse:min-h-11 px-3 text-label gap-1.5',
  medium: 'min-h-11 px-4 text-[0.9375rem] gap-2',
  large: 'min-h-13 px-7 text-base gap-2.5',
} as const;

/** The look of a button, for links that look like one too. */
export function buttonClass({
  variant = 'primary',
  size = 'medium',
  wide = false,
}: ButtonLook): string {
  return classNames(
    'inline-flex items-center justify-center rounded-control py-2 text-center font-medium leading-tight',
    'transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-45',
    'aria-disabled:cursor-not-allowed aria-disabled:opacity-45',
    '[&_svg]:size-[1.15em] [&_svg]:shrink-0',
    variants[variant],
    sizes[size],
    wide && 'w-full',
  );
}
