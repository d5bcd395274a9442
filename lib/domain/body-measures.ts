/**
 * What a person may tell of her body, in centimetres. The girths decide a size; an inside leg and a
 * height only say how the length will be.
 */
export const girths = ['chest', 'waist', 'hips'] as const;
export type Girth = (typeof girths)[number];

export const bodyLengths = ['insideLeg', 'height'] as const;
export type BodyLength = (typeof bodyLengths)[number];

export const bodyMeasures = [...girths, ...bodyLengths] as const;
export type BodyMeasure = (typeof bodyMeasures)[number];

export type BodyMeasures = Partial<Record<BodyMeasure, number>>;

export const lengthUnits = ['cm', 'in'] as const;
export type LengthUnit = (typeof lengthUnits)[number];

export const CM_PER_INCH = 2.54;

/**
 * Beyond these, in centimetres, a number is a slip of the finger or of the unit: wider than every
 * body chart for adults that shops print, and so narrow that inches are not taken for centimetres.
 */
export const measureLimits: Record<BodyMeasure, { least: number; most: number }> = {
  chest: { least: 65, most: 180 },
  waist: { least: 48, most: 180 },
  hips: { least: 65, most: 190 },
  insideLeg: { least: 50, most: 110 },
  height: { least: 120, most: 225 },
};

export type MeasureProblem = 'not_a_number' | 'too_small' | 'too_large';

/** Null when it can be true of an adult. */
export function problemOf(measure: BodyMeasure, cm: number): MeasureProblem | null {
  const { least, most } = measureLimits[measure];
  if (!Number.isFinite(cm)) return 'not_a_number';
  if (cm < least) return 'too_small';
  return cm > most ? 'too_large' : null;
}

/** To the tenth of a centimetre: a tape tells no more. */
export const toCm = (length: number, unit: LengthUnit) =>
  Math.round(length * (unit === 'in' ? CM_PER_INCH : 1) * 10) / 10;

const fractions: Record<string, number> = { '¼': 0.25, '½': 0.5, '¾': 0.75 };

/**
 * A length as people type it: "96", "96,5", "38½", "38 1/2", with or without its unit.
 *
 * @returns centimetres; null when it is no length.
 */
export function readLength(typed: string, unit: LengthUnit): number | null {
  const match =
    /^(\d{1,3})(?:[.,](\d{1,2})|\s*([¼½¾])|\s+([13])\/([24]))?\s*(cm|in|inches|["″”])?$/i.exec(
      typed.trim(),
    );
  if (!match) return null;
  const [, whole = '', decimals = '', sign = '', part = '', of = '', said = ''] = match;
  const length =
    Number(`${whole}.${decimals || 0}`) +
    (fractions[sign] ?? 0) +
    (part && of ? Number(part) / Number(of) : 0);
  if (!said) return toCm(length, unit);
  return toCm(length, said.toLowerCase() === 'cm' ? 'cm' : 'in');
}

/** Back to what stands in the field: centimetres to the tenth, inches to the quarter. */
export function lengthText(cm: number, unit: LengthUnit): string {
  const steps = unit === 'cm' ? 10 : 4;
  return String(Math.round((unit === 'cm' ? cm : cm / CM_PER_INCH) * steps) / steps);
}

/** By hand rather than by a schema: it is read on garment pages, which do without one. */
export function readMeasures(stored: unknown): BodyMeasures | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const found: BodyMeasures = {};
  const entries = new Map<string, unknown>(Object.entries(stored));
  for (const measure of bodyMeasures) {
    const cm = entries.get(measure);
    if (typeof cm === 'number' && problemOf(measure, cm) === null) found[measure] = cm;
  }
  return Object.keys(found).length > 0 ? found : null;
}
