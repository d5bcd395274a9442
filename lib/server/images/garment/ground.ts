import 'server-only';
import type { LabColour, LabPlanes } from './lab.ts';

/**
 * The ground that a garment lies on, as a smooth surface through the border of its picture: studio
 * light falls off, so one colour would not do. What does not belong to it (a sleeve that reaches the
 * frame) is thrown out on the way.
 */
export interface Ground {
  /** Its colour anywhere; x and y from 0 to 1, also a little outside. */
  colourAt: (x: number, y: number) => LabColour;
  /** Median lightness along the border, 0 to 100. */
  lightness: number;
  /** How far the border's pixels lie from the surface as a rule, in Lab: cloth folds, grain, planks. */
  grain: number;
  /** Share of the border that is another colour altogether. */
  unlike: number;
}

/** A shadow changes lightness and hardly the hue, so hue counts for more. */
const HUE_COUNTS = 1.5;
const BORDER_SHARE = 0.03;
/** The first guess takes in what is this near to the commonest colour; each fit may throw out more. */
const FIRST_REACH = 20;
const FIT_ROUNDS = [14, 9, 7] as const;
/** Further than this from the surface a pixel of the border is something else. */
const UNLIKE = 10;
/** Fewer than this share of the border make no ground. */
const LEAST_SHARE = 0.15;

/** 1, x, y, x², xy, y². */
const TERMS = 6;
type Surface = Float64Array;

interface Sample extends LabColour {
  terms: Float64Array;
}

export function fitGround(lab: LabPlanes): Ground {
  const samples = borderSamples(lab);
  const commonest = commonestColour(samples);
  let kept = samples.filter((sample) => distance(sample, commonest) < FIRST_REACH);
  let surfaces = fitSurfaces(kept);
  for (const reach of FIT_ROUNDS) {
    const nearer = samples.filter((sample) => residual(sample, surfaces) < reach);
    if (nearer.length < LEAST_SHARE * samples.length) break;
    kept = nearer;
    surfaces = fitSurfaces(kept);
  }
  const residuals = samples.map((sample) => residual(sample, surfaces));
  return {
    colourAt: (x, y) => valueAt(surfaces, termsAt(x, y)),
    lightness: median(kept.map(({ L }) => L)),
    grain: median(residuals),
    unlike: residuals.filter((off) => off > UNLIKE).length / residuals.length,
  };
}

export function distance(one: LabColour, other: LabColour): number {
  return Math.hypot(one.L - other.L, HUE_COUNTS * Math.hypot(one.a - other.a, one.b - other.b));
}

function borderSamples({ width, height, L, a, b }: LabPlanes): Sample[] {
  const depth = Math.max(2, Math.round(Math.min(width, height) * BORDER_SHARE));
  const step = Math.max(1, Math.round(Math.max(width, height) / 192));
  const samples: Sample[] = [];
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      if (x >= depth && x < width - depth && y >= depth && y < height - depth) continue;
      const i = y * width + x;
      const colour = { L: L[i] ?? 0, a: a[i] ?? 0, b: b[i] ?? 0 };
      samples.push({ ...colour, terms: termsAt(x / width, y / height) });
    }
  }
  return samples;
}

function termsAt(x: number, y: number): Float64Array {
  return Float64Array.of(1, x, y, x * x, x * y, y * y);
}

/** The middle of the fullest of coarse cells: the mean of two colours would be neither. */
function commonestColour(samples: readonly Sample[]): LabColour {
  const cells = new Map<string, Sample[]>();
  for (const sample of samples) {
    const key = [sample.L / 10, sample.a / 8, sample.b / 8].map(Math.round).join();
    const cell = cells.get(key);
    if (cell) cell.push(sample);
    else cells.set(key, [sample]);
  }
  let fullest: Sample[] = [];
  for (const cell of cells.values()) if (cell.length > fullest.length) fullest = cell;
  const of = (channel: 'L' | 'a' | 'b') => median(fullest.map((sample) => sample[channel]));
  return { L: of('L'), a: of('a'), b: of('b') };
}

type Surfaces = Record<'L' | 'a' | 'b', Surface>;

function fitSurfaces(samples: readonly Sample[]): Surfaces {
  const of = (channel: 'L' | 'a' | 'b') => leastSquares(samples, channel);
  return { L: of('L'), a: of('a'), b: of('b') };
}

function valueAt(surfaces: Surfaces, terms: Float64Array): LabColour {
  return {
    L: heightOf(surfaces.L, terms),
    a: heightOf(surfaces.a, terms),
    b: heightOf(surfaces.b, terms),
  };
}

function heightOf(surface: Surface, terms: Float64Array): number {
  let sum = 0;
  for (let term = 0; term < TERMS; term++) sum += (surface[term] ?? 0) * (terms[term] ?? 0);
  return sum;
}

const residual = (sample: Sample, surfaces: Surfaces) =>
  distance(sample, valueAt(surfaces, sample.terms));

/** The surface nearest to one channel of the samples. */
function leastSquares(samples: readonly Sample[], channel: 'L' | 'a' | 'b'): Surface {
  const rows = Array.from({ length: TERMS }, () => new Float64Array(TERMS + 1));
  for (const sample of samples) {
    const { terms, [channel]: value } = sample;
    for (let r = 0; r < TERMS; r++) {
      const row = rows[r] as Float64Array;
      const factor = terms[r] ?? 0;
      for (let c = 0; c < TERMS; c++) row[c] = (row[c] ?? 0) + factor * (terms[c] ?? 0);
      row[TERMS] = (row[TERMS] ?? 0) + factor * value;
    }
  }
  // Keeps the curve flat where the samples say nothing about it.
  for (const [r, row] of rows.entries()) row[r] = (row[r] ?? 0) + 1e-4 * (samples.length + 1);
  return solve(rows);
}

/** Gauss elimination; each row ends with its right side. */
function solve(rows: Float64Array[]): Surface {
  const at = (r: number, c: number) => rows[r]?.[c] ?? 0;
  for (let pivot = 0; pivot < TERMS; pivot++) {
    let best = pivot;
    for (let r = pivot + 1; r < TERMS; r++) {
      if (Math.abs(at(r, pivot)) > Math.abs(at(best, pivot))) best = r;
    }
    const [top, under] = [rows[best], rows[pivot]];
    if (!top || !under) continue;
    rows[pivot] = top;
    rows[best] = under;
    for (const [r, row] of rows.entries()) {
      if (r === pivot) continue;
      const factor = (row[pivot] ?? 0) / (top[pivot] ?? 1);
      for (let c = pivot; c <= TERMS; c++) row[c] = (row[c] ?? 0) - factor * (top[c] ?? 0);
    }
  }
  return Float64Array.from({ length: TERMS }, (_, r) => at(r, TERMS) / (at(r, r) || 1));
}

export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[sorted.length >> 1] ?? 0;
}
