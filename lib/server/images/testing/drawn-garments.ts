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
    const down = (y + 0.5) / height;
    const row = garments.map(({ outline, colour = RUST, at = { x: 0, y: 0, scale: 1 } }) => ({
      colour,
      edges: crossings(outline, (down - at.y) / at.scale).map((x) => x * at.scale + at.x),
    }));
    for (let x = 0; x < width; x++) {
      const across = (x + 0.5) / width;
      const garment = row.find(({ edges }) => isBetween(edges, across));
      const [r, g, b] = garment ? garment.colour : ground(x, y);
      const light = garment ? 8 * Math.sin(x / 23) + 3 * Math.sin(x * 1.9 + y * 1.3) : 0;
      const at = (y * width + x) * 3;
      data[at] = toByte(r + light);
      data[at + 1] = toByte(g + light);
      data[at + 2] = toByte(b + light);
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

const toByte = (value: number) => Math.min(255, Math.max(0, Math.round(value)));

/** Where a level line crosses the outline. */
function crossings(outline: readonly Point[], y: number): number[] {
  return outline.flatMap(([x1, y1], index) => {
    const [x2, y2] = outline.at(index - 1) ?? [0, 0];
    return y1 > y !== y2 > y ? [((x2 - x1) * (y - y1)) / (y2 - y1) + x1] : [];
  });
}

/** Whether an odd number of the edges is to the right. */
function isBetween(edges: readonly number[], x: number): boolean {
  let inside = false;
  for (const edge of edges) if (x < edge) inside = !inside;
  return inside;
}
