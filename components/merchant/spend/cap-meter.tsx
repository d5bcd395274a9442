import { classNames } from '#components/ui/class-names.ts';
import { markReached } from '#lib/domain/shop-caps.ts';

const fills = { 100: 'bg-danger', 80: 'bg-warning', none: 'bg-accent' } as const;

/**
 * How much of a cap is used; a notch stands where the warning begins. A drawing of what is written
 * beside it, so it says nothing itself.
 */
export function CapMeter({ used, cap }: { used: number; cap: number }) {
  return (
    <div aria-hidden className="relative h-2 overflow-hidden rounded-control bg-line">
      <span
        className={classNames('block h-full', fills[markReached(used, cap) ?? 'none'])}
        style={{ width: `${Math.min(1, used / cap) * 100}%` }}
      />
      <span className="absolute inset-y-0 left-4/5 w-0.5 bg-paper" />
    </div>
  );
}
