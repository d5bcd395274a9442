import type { BodyShape } from './body-shape.ts';
import { blur } from './filters.ts';
import { drawCapsule, type Frame } from './frame.ts';
import { createMask, type Mask, mix, type RgbaImage, smoothstep } from './image.ts';
import { type LabImage, writeRgb } from './lab.ts';
import type { Layer } from './mesh.ts';

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
      if ((x >= l && x <= r) || (bottom.data[i] !== 0 && y > hem - 0.14 * frame.torso)) continue;
      layer.alpha[i] = layer.r[i] = layer.g[i] = layer.b[i] = 0;
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
  const from = Math.max(0, Math.round(shape.tip.left.y - 0.3 * sw));
  for (let x = 0; x < width; x++) {
    const off = Math.max(opening.left - x, x - opening.right);
    if (off < 0 || Math.abs(x - frame.neck.x) > sw) continue;
    let y = Math.max(0, Math.round(frame.chin));
    while (y < low && trunk.alpha[y * width + x]! < 0.5 && sleeves.alpha[y * width + x]! < 0.5) y++;
    if (y >= low) continue;
    const share = smoothstep(0, 0.03 * sw, off);
    for (let k = from; k < Math.min(height, y + 2); k++) {
      const i = k * width + x;
      if (head.data[i] !== 0 || person.data[i] === 0) continue;
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
  const rgb = new Uint8ClampedArray(4);
  for (let i = 0; i < soft.length; i++) {
    if (soft[i]! < 0.01 || person.data[i] === 0 || head.data[i] !== 0) continue;
    const x = i % width;
    if (x > opening.left - 1 && x < opening.right + 1) continue;
    writeRgb(ground.L[i]!, ground.a[i]!, ground.b[i]!, rgb, 0);
    for (let c = 0; c < 3; c++)
      data[i * 4 + c] = mix(data[i * 4 + c]!, rgb[c]!, Math.min(1, soft[i]!));
  }
}
