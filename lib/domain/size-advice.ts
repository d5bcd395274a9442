import type { BodyLength, BodyMeasure, BodyMeasures, Girth } from './body-measures.ts';
import type { GarmentCategory } from './category.ts';
import { type ChartColumn, isGirth, readColumns, type StatedChart } from './size-columns.ts';

/**
 * Which size of a garment, from nothing but its chart and what a person measures. Each size is
 * asked, girth by girth, how much room it leaves beyond what it needs:
 *
 * - A column *of the body* says whom the size is made for; the room is stated minus hers.
 * - A column *of the garment* must be larger than the body by its ease; the room is what is left of
 *   stated minus hers after the least ease.
 *
 * The smallest size that is not too small anywhere is hers, because cloth can be taken in and not
 * let out. All figures are centimetres around.
 */

/** Nobody feels one centimetre, and a tape held twice gives two answers. */
const EASY_SHORTFALL = 1;
/** The most that a size may be short of: it sits close, and the next one up is named beside it. */
export const CLOSE_SHORTFALL = 2;
/** More than the step between two sizes of most charts (4 to 6 cm): then it is a size too large. */
const LOOSE_ON_BODY = 6;
/** A garment may be cut wide on purpose, so only much more than its ease counts as too large. */
const LOOSE_BEYOND_EASE = 16;

/**
 * How much larger than the body a garment usually is, least and most: the wearing ease that
 * pattern-cutting books give for woven cloth in an easy fit. A tee has 6 to 12 cm around the chest.
 * Jersey and knits need less, so on them the advice is roomy rather than tight.
 */
export const usualEase: Record<GarmentCategory, Record<Girth, { least: number; most: number }>> = {
  UPPER_BODY: {
    chest: { least: 6, most: 12 },
    waist: { least: 6, most: 14 },
    hips: { least: 6, most: 14 },
  },
  LOWER_BODY: {
    chest: { least: 6, most: 12 },
    waist: { least: 1, most: 4 },
    hips: { least: 4, most: 10 },
  },
  DRESS: {
    chest: { least: 6, most: 10 },
    waist: { least: 4, most: 10 },
    hips: { least: 6, most: 12 },
  },
};

/** How a size sits around one place. */
export interface GirthFact {
  measure: Girth;
  of: 'body' | 'garment';
  /** What the chart says, and what she measures. */
  stated: number;
  yours: number;
  fit: 'tight' | 'close' | 'right' | 'loose';
}

/** How long it is for her; never decides. */
export interface LengthFact {
  measure: BodyLength;
  stated: number;
  yours: number;
}

export interface SizeLook {
  size: string;
  girths: GirthFact[];
  lengths: LengthFact[];
}

/** @property missing what the chart could also be asked about, and she has not told. */
export type SizeAdvice =
  | { kind: 'fits'; look: SizeLook; also: SizeLook | null; missing: BodyMeasure[] }
  | { kind: 'between'; smaller: SizeLook; larger: SizeLook; missing: BodyMeasure[] }
  | { kind: 'outside'; side: 'too_small' | 'too_large'; nearest: SizeLook; missing: BodyMeasure[] }
  | { kind: 'unknown'; missing: BodyMeasure[] }
  | { kind: 'no_chart' };

/** What this chart can be asked about: girths first, none when no column compares with a body. */
export function measuresAsked(chart: StatedChart): BodyMeasure[] {
  const { girthColumns, lengthColumns } = ordered(chart);
  if (girthColumns.length === 0) return [];
  return [...girthColumns, ...lengthColumns].map(({ measure }) => measure);
}

export function adviseSize(
  chart: StatedChart | null,
  category: GarmentCategory,
  body: BodyMeasures,
): SizeAdvice {
  if (!chart) return { kind: 'no_chart' };
  const { rows, girthColumns, lengthColumns } = ordered(chart);
  if (girthColumns.length === 0) return { kind: 'no_chart' };
  const isMissing = ({ measure }: ChartColumn) => body[measure] === undefined;
  const missing = [...girthColumns, ...lengthColumns].filter(isMissing).map((c) => c.measure);
  if (girthColumns.every(isMissing)) return { kind: 'unknown', missing };

  const sizes = rows.map(({ size, values }) => {
    const judged = girthColumns.flatMap((column) => {
      const { measure, of } = column;
      const yours = body[measure];
      if (yours === undefined || !isGirth(measure)) return [];
      const stated = inCm(values, column);
      return [judge({ measure, of, stated, yours }, category)];
    });
    const lengths = lengthColumns.flatMap((column) => {
      const { measure } = column;
      const yours = body[measure];
      if (yours === undefined || isGirth(measure)) return [];
      return [{ measure, stated: inCm(values, column), yours }];
    });
    return {
      look: { size, girths: judged.map(({ fact }) => fact), lengths },
      room: Math.min(...judged.map(({ room }) => room)),
      tooLarge: judged.every(({ tooLarge }) => tooLarge),
    };
  });

  const [smallest] = sizes;
  const largest = sizes.at(-1);
  if (!smallest || !largest) return { kind: 'no_chart' };
  if (smallest.tooLarge) {
    return { kind: 'outside', side: 'too_large', nearest: smallest.look, missing };
  }
  const possible = sizes.filter(({ room }) => room >= -CLOSE_SHORTFALL);
  const [close] = possible;
  const last = possible.at(-1);
  // Of sizes that measure the same the first, as everywhere.
  const roomiest = possible.find(({ look }) => last && measureTheSame(look, last.look));
  if (!close || !roomiest)
    return { kind: 'outside', side: 'too_small', nearest: largest.look, missing };
  const easy = sizes.find(({ room }) => room >= -EASY_SHORTFALL);
  if (!easy) return { kind: 'fits', look: roomiest.look, also: null, missing };
  if (close !== easy) return { kind: 'between', smaller: close.look, larger: easy.look, missing };
  const next = sizes[sizes.indexOf(easy) + 1];
  return { kind: 'fits', look: easy.look, also: roomier(next?.look), missing };
}

const measureTheSame = (one: SizeLook, other: SizeLook) =>
  one.girths.every(({ stated }, index) => stated === other.girths[index]?.stated);

const inCm = (values: readonly number[], { index, cm }: ChartColumn) =>
  Math.round((values[index] ?? 0) * cm * 10) / 10;

function judge(fact: Omit<GirthFact, 'fit'>, category: GarmentCategory) {
  const over = Math.round((fact.stated - fact.yours) * 10) / 10;
  const ease = usualEase[category][fact.measure];
  const ofBody = fact.of === 'body';
  const room = ofBody ? over : Math.round((over - ease.least) * 10) / 10;
  const loose = over > (ofBody ? LOOSE_ON_BODY : ease.most);
  const tooLarge = over > (ofBody ? LOOSE_ON_BODY : ease.most + LOOSE_BEYOND_EASE);
  return { fact: { ...fact, fit: fitOf(room, loose) }, room, tooLarge };
}

function fitOf(room: number, loose: boolean): GirthFact['fit'] {
  if (room < -CLOSE_SHORTFALL) return 'tight';
  if (room < -EASY_SHORTFALL) return 'close';
  return loose ? 'loose' : 'right';
}

/** The next size is worth naming when it is the garment's width that differs, and still usual. */
function roomier(look: SizeLook | undefined): SizeLook | null {
  const still = look?.girths.every(({ of, fit }) => of === 'garment' && fit === 'right');
  return look && still ? look : null;
}

/** The rows from small to large by the first girth, then by the next where two are the same. */
function ordered(chart: StatedChart) {
  const columns = readColumns(chart);
  const girthColumns = columns.filter(({ measure }) => isGirth(measure));
  const lengthColumns = columns.filter(({ measure }) => !isGirth(measure));
  const rows = [...chart.rows].sort((a, b) => {
    const steps = girthColumns.map((column) => inCm(a.values, column) - inCm(b.values, column));
    return steps.find((step) => step !== 0) ?? 0;
  });
  return { rows, girthColumns, lengthColumns };
}
