import type { GarmentCategory } from '#lib/domain/category.ts';
import type { demoSizeCharts } from './demo-size-charts.ts';
import type { DemoPicture } from './demo-worn.ts';

/** One colour of a garment: a garment of its own, which knows the others by their `style`. */
export interface DemoColour {
  slug: string;
  colour: string;
  /** Said after what all colours have in common. */
  words: string;
  /** The one that is tried on; worn ones are in `demo-worn.ts`. */
  picture: DemoPicture;
  soldOut?: string[];
}

export interface DemoStyle {
  style: string;
  title: string;
  category: GarmentCategory;
  material: string;
  priceMinor: number;
  description: string;
  chart: keyof typeof demoSizeCharts;
  colours: DemoColour[];
}
