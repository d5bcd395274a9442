import { classNames } from '#components/ui/class-names.ts';

/**
 * `drawn` closes in front of the picture, `opening` uncovers it. Both are one short movement; with
 * reduced motion the end of it is there at once.
 */
export function Curtain({ state }: { state: 'drawn' | 'opening' }) {
  const movement = state === 'drawn' ? 'animate-draw' : 'animate-open';
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute inset-0 overflow-hidden rounded-picture"
    >
      <span
        className={classNames(
          'curtain-half absolute inset-y-0 left-0 w-[50.5%] origin-left',
          movement,
        )}
      />
      <span
        className={classNames(
          'curtain-half absolute inset-y-0 right-0 w-[50.5%] origin-right',
          movement,
        )}
      />
    </span>
  );
}
