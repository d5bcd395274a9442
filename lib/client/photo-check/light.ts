import type { Light } from '#lib/domain/photo-check.ts';
import { type Box, boxWithin, lumaOf, type Pixels } from './pixels.ts';

/** From here on a pixel holds no detail any more. */
const BLOWN_OUT = 250;

/** How the light falls: on `person`, and on the whole picture round about. */
export function measureLight(pixels: Pixels, person: Box): Light {
  const whole = { left: 0, top: 0, width: pixels.width, height: pixels.height };
  const everywhere = histogram(lumaOf(pixels, whole));
  const onPerson = histogram(lumaOf(pixels, boxWithin(pixels, person)));
  const around = everywhere.map((count, value) => count - (onPerson[value] ?? 0));
  return {
    brightest: percentile(everywhere, 0.95),
    personBrightest: percentile(onPerson, 0.9),
    personBlownOut: share(onPerson, BLOWN_OUT),
    aroundMiddle: percentile(around, 0.5),
  };
}

function histogram(luma: Float32Array): number[] {
  const counts = new Array<number>(256).fill(0);
  for (const value of luma) {
    const whole = Math.min(255, Math.max(0, Math.round(value)));
    counts[whole] = (counts[whole] ?? 0) + 1;
  }
  return counts;
}

/** The value that `part` of all pixels do not exceed; 0 where there are none. */
export function percentile(counts: readonly number[], part: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return 0;
  let seen = 0;
  for (const [value, count] of counts.entries()) {
    seen += count;
    if (seen >= part * total) return value;
  }
  return counts.length - 1;
}

function share(counts: readonly number[], from: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return 0;
  return counts.slice(from).reduce((sum, count) => sum + count, 0) / total;
}
