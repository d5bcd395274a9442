import { classNames } from './class-names.ts';

/** A quiet block in the size of what is coming. Give it that size: `className="aspect-3/4"`. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames('block animate-breathe rounded-picture bg-sunken', className)}
    />
  );
}
