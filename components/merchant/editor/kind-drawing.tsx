import type { GarmentKind } from '#lib/domain/category.ts';

const garments: Record<GarmentKind, string> = {
  UPPER_BODY: 'M26 21Q32 26 38 21L46 25 50 40 43.5 42 42.5 56H21.5L20.5 42 14 40 18 25Z',
  LOWER_BODY: 'M21.5 53H42.5L45 92H36.5L32 62 27.5 92H19Z',
  DRESS: 'M25.5 21Q32 27 38.5 21L42.5 24 41 42 48.5 77Q32 81.5 15.5 77L23 42 21.5 24Z',
  NONE: 'M44 61H55L56 77H43ZM46.5 61Q46.5 54 49.5 54T52.5 61',
};

/** A figure, and on it the part that a garment of this kind takes the place of; or a bag at its hand. */
export function KindDrawing({ kind }: { kind: GarmentKind }) {
  return (
    <svg
      viewBox="8 2 48 94"
      aria-hidden="true"
      strokeLinejoin="round"
      strokeLinecap="round"
      strokeWidth="1.25"
      className="h-20 w-auto shrink-0 sm:h-24"
    >
      <g className="fill-none stroke-ink-faint">
        <circle cx="32" cy="11" r="6.5" />
        <path d="M28 20Q24 22 19 24.5 15 38 12.5 52L16 53 22 36V53L20 94M36 20Q40 22 45 24.5 49 38 51.5 52L48 53 42 36V53L44 94M32 62L27.5 94M32 62L36.5 94" />
      </g>
      <path d={garments[kind]} className="fill-accent/20 stroke-accent" />
    </svg>
  );
}
