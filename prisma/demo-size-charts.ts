import type { SizeChart } from '#lib/contracts/garment.ts';

/**
 * Centimetres, of the garment for tops and of the body for everything else, as the columns say.
 * Halden sizes by letters and its jeans by the waist in inches, Marisol Studio by European numbers.
 */
export const demoSizeCharts = {
  tee: {
    columns: ['Chest (cm)', 'Length (cm)', 'Sleeve (cm)'],
    rows: [
      { size: 'XS', values: [96, 58, 19] },
      { size: 'S', values: [102, 60, 20] },
      { size: 'M', values: [108, 62, 21] },
      { size: 'L', values: [114, 64, 22] },
      { size: 'XL', values: [122, 66, 23] },
      { size: 'XXL', values: [130, 68, 24] },
    ],
  },
  breton: {
    columns: ['Chest (cm)', 'Length (cm)', 'Sleeve (cm)'],
    rows: [
      { size: 'XS', values: [86, 56, 28] },
      { size: 'S', values: [91, 58, 29] },
      { size: 'M', values: [97, 60, 30] },
      { size: 'L', values: [103, 62, 31] },
      { size: 'XL', values: [111, 64, 32] },
    ],
  },
  sweater: {
    columns: ['Chest (cm)', 'Length (cm)', 'Shoulder to cuff (cm)'],
    rows: [
      { size: 'XS', values: [104, 54, 40] },
      { size: 'S', values: [110, 56, 41] },
      { size: 'M', values: [116, 58, 42] },
      { size: 'L', values: [122, 60, 43] },
      { size: 'XL', values: [130, 62, 44] },
    ],
  },
  trousers: {
    columns: ['Waist (cm)', 'Hips (cm)', 'Inside leg (cm)'],
    rows: [
      { size: 'XS', values: [66, 92, 78] },
      { size: 'S', values: [71, 97, 79] },
      { size: 'M', values: [76, 102, 80] },
      { size: 'L', values: [82, 108, 81] },
      { size: 'XL', values: [90, 116, 82] },
    ],
  },
  jeans: {
    columns: ['Waist (cm)', 'Hips (cm)', 'Inside leg (cm)'],
    rows: [
      { size: 'W26', values: [68, 92, 76] },
      { size: 'W28', values: [73, 97, 76] },
      { size: 'W30', values: [78, 102, 78] },
      { size: 'W32', values: [83, 107, 78] },
      { size: 'W34', values: [88, 112, 80] },
      { size: 'W36', values: [94, 118, 80] },
    ],
  },
  skirt: {
    columns: ['Waist (cm)', 'Hips (cm)', 'Length (cm)'],
    rows: [
      { size: '34', values: [65, 91, 62] },
      { size: '36', values: [69, 95, 62] },
      { size: '38', values: [73, 99, 63] },
      { size: '40', values: [77, 103, 63] },
      { size: '42', values: [82, 108, 64] },
      { size: '44', values: [88, 114, 64] },
    ],
  },
  blouse: {
    columns: ['Bust (cm)', 'Waist (cm)', 'Length (cm)'],
    rows: [
      { size: '34', values: [83, 67, 52] },
      { size: '36', values: [87, 71, 53] },
      { size: '38', values: [91, 75, 54] },
      { size: '40', values: [95, 79, 55] },
      { size: '42', values: [101, 85, 56] },
    ],
  },
  fittedDress: {
    columns: ['Bust (cm)', 'Waist (cm)', 'Length (cm)'],
    rows: [
      { size: '34', values: [82, 65, 92] },
      { size: '36', values: [86, 69, 93] },
      { size: '38', values: [90, 73, 94] },
      { size: '40', values: [94, 77, 95] },
      { size: '42', values: [100, 83, 96] },
      { size: '44', values: [106, 89, 97] },
    ],
  },
  columnDress: {
    columns: ['Bust (cm)', 'Hips (cm)', 'Length (cm)'],
    rows: [
      { size: '34', values: [82, 92, 104] },
      { size: '36', values: [86, 96, 105] },
      { size: '38', values: [90, 100, 106] },
      { size: '40', values: [94, 104, 107] },
      { size: '42', values: [100, 110, 108] },
      { size: '44', values: [106, 116, 109] },
    ],
  },
} as const satisfies Record<string, SizeChart>;
