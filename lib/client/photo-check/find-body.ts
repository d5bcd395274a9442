import {
  type BodyPoints,
  besides,
  isPerson,
  measureTorso,
  mergeLooks,
  type Region,
  regionOf,
  squareAround,
} from '#lib/domain/body-points.ts';
import type { BodyFinding } from '#lib/domain/photo-check.ts';
import type { Pixels } from './pixels.ts';

/** Where a model sees a body in a square of the picture of which only `shown` is painted. */
export type Look = (pixels: Pixels, square: Region, shown: Region) => BodyPoints;

/** A torso this much smaller than the person's is a poster, a doll or somebody far behind. */
const SMALLEST_OTHER = 0.4;

/**
 * The body in a picture, and whether somebody else stands beside it. The model knows one person at a
 * time, so the room to the left and to the right is looked at by itself; somebody behind the person,
 * or arm in arm with her, is not noticed.
 */
export function findBody(pixels: Pixels, look: Look): BodyFinding {
  const { width, height } = pixels;
  const whole = { left: 0, top: 0, width, height };
  const points = lookTwice(pixels, look, whole);
  if (!points || !isPerson(points)) return { kind: 'nobody' };
  const { torsoLength } = measureTorso(points);
  const somebodyElse = besides(pixels, points).some((room) => {
    const other = lookTwice(pixels, look, room);
    return (
      other !== null &&
      isPerson(other) &&
      measureTorso(other).torsoLength > SMALLEST_OTHER * torsoLength
    );
  });
  return { kind: 'body', points, frame: { width, height }, somebodyElse };
}

/** Once at all that is shown and once closer: on 192 pixels a side one look is often wrong. */
function lookTwice(pixels: Pixels, look: Look, shown: Region): BodyPoints | null {
  const first = look(pixels, squareAround(shown, 1), shown);
  const region = regionOf(Object.values(first));
  return region && mergeLooks(first, look(pixels, squareAround(region, 1.3), shown));
}
