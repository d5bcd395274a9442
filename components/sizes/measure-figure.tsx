import { classNames } from '#components/ui/class-names.ts';
import type { BodyMeasure } from '#lib/domain/body-measures.ts';

/** Where the tape goes, on a figure of 100 × 240 that stands and faces us. */
const tape: Record<BodyMeasure, string> = {
  chest: 'M31.8 68Q50 76 68.2 68',
  waist: 'M36 97Q50 103 64 97',
  hips: 'M29.7 122Q50 130 70.3 122',
  insideLeg: 'M50 141V222M46.5 222H53.5',
  height: 'M95 7V233M91 7H99M91 233H99',
};

/** One half; the other is its mirror image. */
const half =
  'M50 33H45.500C45.5 38 44.5 41 40 43C33 45.5 27.5 46 25.5 52C23 61 21.5 72 19.5 84' +
  'C17.5 96 14 108 12 119C11 125 13 128 15 127C17.5 126 18 122 18.5 119C21 108 25 98 26.5 86' +
  'C28 77 30 71 31.5 66C33 75 35.5 86 36 96C35.5 106 30 114 29.5 126C29 142 33 158 35.5 174' +
  'C36.5 190 39 206 40.5 222C40 228 38 231 39 233H47C47.5 228 46.5 224 46.5 220' +
  'C47 204 47.5 190 47 176C47.5 162 49 148 50 137';

interface MeasureFigureProps {
  shown: BodyMeasure[];
  /** The one that is being measured. */
  active: BodyMeasure | null;
  className?: string;
}

/** Says nothing that the hints under the fields do not say, so it is hidden from screen readers. */
export function MeasureFigure({ shown, active, className }: MeasureFigureProps) {
  return (
    <svg
      viewBox="0 0 100 240"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      className={className}
    >
      <g className="fill-sunken stroke-ink-faint" strokeWidth="1">
        <ellipse cx="50" cy="20" rx="9.5" ry="12.5" />
        <path d={half} />
        <path d={half} transform="matrix(-1 0 0 1 100 0)" />
      </g>
      {shown.map((measure) => (
        <path
          key={measure}
          d={tape[measure]}
          strokeWidth={measure === active ? 3 : 1.5}
          className={classNames(
            'transition-[stroke-width] duration-150',
            active === null || measure === active ? 'stroke-accent' : 'stroke-line-strong',
          )}
        />
      ))}
    </svg>
  );
}
