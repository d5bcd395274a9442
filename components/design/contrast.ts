/** Relative luminance and contrast as WCAG 2.2 defines them, of colours with 0–255 a channel. */

export type Rgb = readonly [red: number, green: number, blue: number];

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Reads "rgb(1, 2, 3)", as a browser computes a colour; null for anything else. */
export function readRgb(text: string): Rgb | null {
  const match = /^rgba?\((\d+),? (\d+),? (\d+)/.exec(text);
  return match && [Number(match[1]), Number(match[2]), Number(match[3])];
}
