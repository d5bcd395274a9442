import {
  type BodyMeasure,
  CM_PER_INCH,
  type Girth,
  girths,
  measureLimits,
} from './body-measures.ts';

/** A size chart as shops print it: one row a size, one number for each column. */
export interface StatedChart {
  columns: readonly string[];
  rows: readonly { size: string; values: readonly number[] }[];
}

/** A column that can be held against a body. */
export interface ChartColumn {
  index: number;
  measure: BodyMeasure;
  /** Whether it says what the garment measures, or whom it is made for. */
  of: 'body' | 'garment';
  /** What a number of the column is worth in centimetres around, or long. */
  cm: number;
}

/** Laid flat and measured across: half of the way around. */
const flat = /\b(half|flat|laid|across|width|pit|armpits?|p2p)\b|1\/2|½/;
const ofGarment = /\b(garment|finished|item|product|waistband)\b/;
const ofBody = /\b(body|bust|your|wearer|fits?)\b/;
/** A way from here to there on the garment, or a place of the body that no one is asked for. */
const other =
  /\b(length|rise|drop|sleeve|shoulder|under ?bust|high bust|model|to hem|to hip|to waist)\b/;
/** Only a garment has these: a chart with one of them is measured on the garment. */
const tellsGarment = /\b(length|sleeve|shoulder|cuff|hem)\b/;

/**
 * Which columns of a chart can be compared with a body, from the words that merchants put over them
 * ("Chest (cm)", "Bust", "Waist – in", "1/2 hip"). What cannot be told is left out rather than guessed:
 * a column of another kind, one whose numbers fit no adult, one without a unit that could be either,
 * one with a hole.
 *
 * Body or garment: its own word decides. Without one, *bust* is the word of body charts, *chest*
 * beside a length or a sleeve is the garment's (in a chart of nothing but girths it is the body's),
 * and waist and hips go with the chest of their chart, or else by the body: that is what waist and
 * hips are printed for on trousers and skirts.
 */
export function readColumns(chart: StatedChart): ChartColumn[] {
  const names = chart.columns.map((name) => name.toLowerCase());
  const hasGarmentColumn = names.some((name) => tellsGarment.test(name));
  const chestOfGarment = names.some(
    (name) =>
      measureOf(name) === 'chest' &&
      (saysGarment(name) || (hasGarmentColumn && !ofBody.test(name))),
  );
  const found = new Map<BodyMeasure, ChartColumn>();
  names.forEach((name, index) => {
    const measure = measureOf(name);
    if (!measure) return;
    const byItsWord = saysGarment(name) ? 'garment' : ofBody.test(name) ? 'body' : null;
    const of = byItsWord ?? (chestOfGarment ? 'garment' : 'body');
    const values = chart.rows.map((row) => row.values[index] ?? Number.NaN);
    const cm = worth(name, measure, values);
    // A chart may print both; whom a size is made for needs no ease to be guessed.
    const known = found.get(measure);
    if (cm !== null && (!known || (known.of === 'garment' && of === 'body'))) {
      found.set(measure, { index, measure, of, cm });
    }
  });
  return [...found.values()];
}

export const isGirth = (measure: BodyMeasure): measure is Girth =>
  girths.some((girth) => girth === measure);

const saysGarment = (name: string) =>
  flat.test(name) || (ofGarment.test(name) && !/\bbody\b/.test(name));

function measureOf(name: string): BodyMeasure | null {
  if (/\b(inside leg|inseam|inner leg|in-?leg)\b/.test(name)) return 'insideLeg';
  if (other.test(name)) return null;
  if (/\b(chest|bust)\b|\bpit to pit\b|\bp2p\b/.test(name)) return 'chest';
  if (/\bwaist(band)?\b/.test(name)) return 'waist';
  if (/\b(hips?|seat)\b/.test(name)) return 'hips';
  return /^(body |your )?height\b/.test(name) ? 'height' : null;
}

function worth(name: string, measure: BodyMeasure, values: number[]): number | null {
  const around = isGirth(measure) && flat.test(name) ? 2 : 1;
  const plausible = (cm: number) =>
    values.length > 0 &&
    values.every(
      (value) =>
        value * cm >= measureLimits[measure].least && value * cm <= measureLimits[measure].most,
    );
  const centimetres = /\b(cms?|centimet(er|re)s?)\b/.test(name);
  const inches = /\b(ins?|inch|inches)\b|["″”]/.test(name.replace(/\bin cm\b/, 'cm'));
  if (centimetres !== inches) {
    const cm = around * (centimetres ? 1 : CM_PER_INCH);
    return plausible(cm) ? cm : null;
  }
  return plausible(around) && !plausible(around * CM_PER_INCH) ? around : null;
}
