import type { Tone } from '#components/ui/badge.tsx';
import type { Readiness } from '#lib/domain/garment-status.ts';

/** How good a garment's picture is for try-ons, in a word. */
export const readinessWords: Record<Readiness, { name: string; tone: Tone }> = {
  NO_PICTURE: { name: 'No picture', tone: 'warning' },
  NOT_READY: { name: 'Not ready', tone: 'danger' },
  FAIR: { name: 'Could be better', tone: 'neutral' },
  READY: { name: 'Ready', tone: 'success' },
};
