import type { BodyFinding } from '#lib/domain/photo-check.ts';
import type { Pixels } from './pixels.ts';

/** What the page asks of its worker, and what comes back under the same number. */
export interface BodyQuestion {
  id: number;
  pixels: Pixels;
}

export interface BodyAnswer {
  id: number;
  body: BodyFinding;
}
