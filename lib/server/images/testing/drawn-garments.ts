import { sharp } from '../guarded-sharp.ts';

/** Garments drawn for tests: outlines as a shop photographs them, with a little light and weave. */

type Point = readonly [x: number, y: number];
type Rgb = readonly [r: number, g: number, b: number];

/** In shares of the frame. */
export const outlines = {
  tee: [
    ...([
      [0.4, 0.25],
      [0.6, 0.25],
      [0.7, 0.28],
      [0.88, 0.45],
      [0.79, 0.5],
      [0.7, 0.43],
    ] as const),
    ...([
      [0.7, 0.75],
      [0.3, 0.75],
      [0.3, 0.43],
      [0.21, 0.5],
      [0.12, 0.45],
      [0.3, 0.28],
    ] as const),
  ],
  trousers: [
    ...([
      [0.36, 0.1],
      [0.64, 0.1],
      [0.7, 0.9],
      [0.54, 0.9],
    ] as const),
    ...([
      [0.5, 0.3],
      [0.46, 0.9],
      [0.3, 0.9],
    ] as const),
  ],
  dress: [
    ...([
      [0.4, 0.08],
      [0.6, 0.08],
      [0.62, 0.35],
      [0.75, 0.92],
    ] as const),
    ...([
      [0.25, 0.92],
      [0.38, 0.35],
    ] as const),
  ],
} satisfies Record<string, readonly Point[]>;

interface Drawing {
  garments?: {
    outline: readonly Point[];
    colour?: Rgb;
    at?: { x: number; y: number; scale: number };
  }[];
  ground?: (x: number, y: number) => Rgb;
  size?: { width: number; height: number };
}

const PAPER: Rgb = [240, 238, 234];
export const RUST: Rgb = [170, 80, 55];

/** A PNG; by default a rust-coloured tee on paper. */
export function drawGarment({
  garments = [{ outline: outlines.tee }],
  ground = () => PAPER,
  size = { width: 768, height: 1024 },
}: Drawing = {}): Promise<Buffer> {
  const { width, height } = size;
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [across, down] = [(x + 0.5) / width, (y + 0.5) / height];
      const garment = garments.find(({ outline, at = { x: 0, y: 0, scale: 1 } }) =>
        isInside(outline, (across - at.x) / at.scale, (down - at.y) / at.scale),
      );
      const [r, g, b] = garment ? (garment.colour ?? RUST) : ground(x, y);
      const light = garment ? 8 * Math.sin(x / 23) + 3 * Math.sin(x * 1.9 + y * 1.3) : 0;
      data.set([r + light, g + light, b + light].map(toByte), (y * width + x) * 3);
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

const toByte = (value: number) => Math.min(255, Math.max(0, Math.round(value)));

function isInside(outline: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  for (const [index, [x1, y1]] of outline.entries()) {
    const [x2, y2] = outline.at(index - 1) ?? [0, 0];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
