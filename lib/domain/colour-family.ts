/**
 * What shoppers filter by: shops call their colours as they like ("Washed blue", "Bottle green"), and
 * the database files each under a family (`colour_family` in the migration "garment search").
 */
export const colourFamilies = [
  'white',
  'black',
  'grey',
  'beige',
  'brown',
  'yellow',
  'orange',
  'red',
  'pink',
  'purple',
  'blue',
  'green',
  'mixed',
] as const;

export type ColourFamily = (typeof colourFamilies)[number];

/** A sample of each: what is sold, not how the page looks, so it is the same in light and dark. */
export const colourFamilySample = {
  white: '#f6f3ea',
  black: '#1d1c1b',
  grey: '#7d7b78',
  beige: '#cdb892',
  brown: '#6d4a2f',
  yellow: '#d9a92c',
  orange: '#c0603a',
  red: '#9c2b30',
  pink: '#dd9aa6',
  purple: '#5b3a63',
  blue: '#35507f',
  green: '#3f6b52',
  mixed: 'conic-gradient(#c0603a, #d9a92c, #3f6b52, #35507f, #5b3a63, #c0603a)',
} as const satisfies Record<ColourFamily, string>;

export const isColourFamily = (text: string): text is ColourFamily =>
  colourFamilies.some((family) => family === text);
