import type { BodyShape } from './body-shape.ts';
import { blur } from './filters.ts';
import { drawCapsule, type Frame } from './frame.ts';
import { createMask, type Mask, mix, type RgbaImage, smoothstep } from './image.ts';
import { type LabImage, writeRgb } from './lab.ts';
import { dilate, distanceTo } from './mask-ops.ts';
import type { Layer } from './mesh.ts';

/** The outline's own pixels are a blend of person and ground: they go with the person. */
const RIM = 3;

/** How far to either side the hem of a worn top is evened out, and how far a waistband stays off its sides. */
const EVEN = 7;
const INSET = 2;

/**
 * A worn top as it lies over a waistband: its hem without threads and nicks, and without the last
 * row, of which undressing makes ground.
 */
export function hemmed(top: Mask): Mask {
  const { width, height } = top;
  const ends = new Int32Array(width);
  for (let x = 0; x < width; x++) {
    let y = height - 1;
    while (y >= 0 && top.data[y * width + x] === 0) y--;
    ends[x] = y;
  }
  const out = createMask(width, height);
  for (let x = 0; x < width; x++) {
    const near = ends.slice(Math.max(0, x - EVEN), x + EVEN + 1).filter((y) => y >= 0);
    const end = near.sort()[near.length >> 1] ?? 0;
    for (let y = 0; y < Math.min(end, ends[x]!); y++)
      out.data[y * width + x] = top.data[y * width + x]!;
  }
  return out;
}

/** Above the old top's hem a waistband shows only where the top lies over it, not beside it. */
export function tuckUnder(
  layer: Layer,
  top: Mask,
  bottom: Mask,
  frame: Frame,
  waist: number,
  hem: number,
): void {
  const { width } = layer;
  for (let y = Math.max(0, Math.floor(waist) - 2); y < Math.min(hem, layer.height); y++) {
    let l = width;
    let r = -1;
    for (let x = 0; x < width; x++) {
      if (top.data[y * width + x] === 0 || layer.alpha[y * width + x] === 0) continue;
      l = Math.min(l, x);
      r = x;
    }
    if (r < 0) continue;
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      // Slits and a ragged hem show what is worn below, so there the new garment shows too.
      if (
        (x >= l + INSET && x <= r - INSET) ||
        (bottom.data[i] !== 0 && y > hem - 0.14 * frame.torso)
      )
        continue;
      layer.alpha[i] = layer.r[i] = layer.g[i] = layer.b[i] = 0;
    }
  }
}

/**
 * Cloth lies on the shoulders: what of a garment stands off above them (the square corner of a
 * sleeve that was laid out straight, a strap's end) is cut away, so that they keep their own line.
 * `slack` is how far off it may stand on the shoulder, in shoulder widths; down to the armpit the
 * cloth is let go more and more.
 */
export function layOnShoulders(
  layers: Layer[],
  person: Mask,
  shape: BodyShape,
  frame: Frame,
  slack: number,
): void {
  const { width, height } = person;
  const sw = frame.shoulderWidth;
  const tip = (shape.tip.left.y + shape.tip.right.y) / 2;
  const pit = (shape.armpit.left.y + shape.armpit.right.y) / 2;
  const off = blur(distanceTo(person, true, 0.4 * sw), width, height, 0.012 * sw);
  for (let y = 0; y < Math.min(height, Math.ceil(pit)); y++) {
    const loose = smoothstep(tip + 0.1 * sw, pit, y);
    const margin = mix(slack, 0.3, loose) * sw;
    for (let i = y * width; i < (y + 1) * width; i++) {
      if (off[i]! < margin - 1) continue;
      const share = 1 - smoothstep(margin - 1, margin + 1, off[i]!);
      for (const layer of layers) {
        if (layer.alpha[i] === 0) continue;
        layer.alpha[i] = layer.alpha[i]! * share;
        layer.r[i] = layer.r[i]! * share;
        layer.g[i] = layer.g[i]! * share;
        layer.b[i] = layer.b[i]! * share;
      }
    }
  }
}

/**
 * A garment with sleeves covers the shoulders whole: what of them stands out above it, where the
 * cloth lies flatter than the flesh, becomes ground. `opening` is the neckline, left alone.
 */
export function trimShoulders(
  base: RgbaImage,
  ground: LabImage,
  person: Mask,
  head: Mask,
  trunk: Layer,
  sleeves: Layer,
  shape: BodyShape,
  frame: Frame,
  opening: { left: number; right: number },
): void {
  const { width, height, data } = base;
  const low = Math.round(shape.armpit.left.y);
  const rgb = new Uint8ClampedArray(4);
  const sw = frame.shoulderWidth;
  const body = dilate(person, RIM);
  for (let x = 0; x < width; x++) {
    const off = Math.max(opening.left - x, x - opening.right);
    if (off < 0 || Math.abs(x - frame.neck.x) > sw) continue;
    let y = Math.max(0, Math.round(frame.chin));
    while (y < low && trunk.alpha[y * width + x]! < 0.5 && sleeves.alpha[y * width + x]! < 0.5) y++;
    if (y >= low) continue;
    const share = smoothstep(0, 0.03 * sw, off);
    // Beside the neck hair hangs down, beside the shoulder's tip there is nothing but arm.
    const beside = Math.abs(x - frame.neck.x);
    const up = mix(0.12, 0.6, smoothstep(0.3 * sw, 0.45 * sw, beside)) * sw;
    for (let k = Math.max(0, y - Math.round(up)); k < Math.min(height, y + 2); k++) {
      const i = k * width + x;
      if (head.data[i] !== 0 || body.data[i] === 0) continue;
      writeRgb(ground.L[i]!, ground.a[i]!, ground.b[i]!, rgb, 0);
      for (let c = 0; c < 3; c++) data[i * 4 + c] = mix(data[i * 4 + c]!, rgb[c]!, share);
    }
  }
}

/** Under a sleeve there is no arm to be seen: where the sleeve is the slimmer one, it becomes ground. */
export function trimArms(
  base: RgbaImage,
  ground: LabImage,
  person: Mask,
  head: Mask,
  shape: BodyShape,
  reach: number,
  opening: { left: number; right: number },
): void {
  const { width, height, data } = base;
  const area = createMask(width, height);
  for (const { path, radius } of [shape.arms.left, shape.arms.right]) {
    const last = Math.floor(reach * (path.length - 2));
    for (let i = 0; i < last; i++) {
      const flat = i + 1 === last ? 0.4 : 1.35;
      drawCapsule(area, path[i]!, path[i + 1]!, radius[i]! * flat, radius[i + 1]! * flat);
    }
  }
  const soft = blur(Float32Array.from(area.data), width, height, 1.5);
  const body = dilate(person, RIM);
  const rgb = new Uint8ClampedArray(4);
  for (let i = 0; i < soft.length; i++) {
    if (soft[i]! < 0.01 || body.data[i] === 0 || head.data[i] !== 0) continue;
    const x = i % width;
    if (x > opening.left - 1 && x < opening.right + 1) continue;
    writeRgb(ground.L[i]!, ground.a[i]!, ground.b[i]!, rgb, 0);
    for (let c = 0; c < 3; c++)
      data[i * 4 + c] = mix(data[i * 4 + c]!, rgb[c]!, Math.min(1, soft[i]!));
  }
}
