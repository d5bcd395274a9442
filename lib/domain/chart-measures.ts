import type { GarmentCategory } from './category.ts';

/**
 * What a size chart of each kind of garment is usually made of, in words that `readColumns`
 * understands where they can be held against a body.
 */
export const chartMeasures: Record<GarmentCategory, readonly string[]> = {
  UPPER_BODY: [
    'Chest (cm)',
    'Length (cm)',
    'Sleeve (cm)',
    'Shoulder (cm)',
    'Waist (cm)',
    'Body chest (cm)',
  ],
  LOWER_BODY: ['Waist (cm)', 'Hips (cm)', 'Inside leg (cm)', 'Rise (cm)', 'Length (cm)'],
  DRESS: ['Bust (cm)', 'Waist (cm)', 'Hips (cm)', 'Length (cm)', 'Sleeve (cm)', 'Height (cm)'],
};

/** Those that a new chart begins with. */
export const usualMeasures: Record<GarmentCategory, readonly string[]> = {
  UPPER_BODY: chartMeasures.UPPER_BODY.slice(0, 3),
  LOWER_BODY: chartMeasures.LOWER_BODY.slice(0, 3),
  DRESS: chartMeasures.DRESS.slice(0, 3),
};
