import { clamp, type Point } from './image.ts';

/** Colour times opacity, and opacity, one float each a pixel; opacity from 0 to 1. */
export interface Layer {
  width: number;
  height: number;
  r: Float32Array;
  g: Float32Array;
  b: Float32Array;
  alpha: Float32Array;
}

export function createLayer(width: number, height: number): Layer {
  const plane = () => new Float32Array(width * height);
  return { width, height, r: plane(), g: plane(), b: plane(), alpha: plane() };
}

export interface Vertex {
  /** In the source layer. */
  from: Point;
  /** In the target layer. */
  to: Point;
}

/**
 * Draws a triangle of the source into the target, bilinearly sampled; the more opaque pixel wins
 * where triangles overlap. `visible` limits which source pixels are taken at all.
 */
export function drawTriangle(
  source: Layer,
  target: Layer,
  a: Vertex,
  b: Vertex,
  c: Vertex,
  visible: Uint8Array | null = null,
  label = 0,
): void {
  const area = (b.to.x - a.to.x) * (c.to.y - a.to.y) - (c.to.x - a.to.x) * (b.to.y - a.to.y);
  if (Math.abs(area) < 1e-6) return;
  const x0 = Math.max(0, Math.floor(Math.min(a.to.x, b.to.x, c.to.x)));
  const x1 = Math.min(target.width - 1, Math.ceil(Math.max(a.to.x, b.to.x, c.to.x)));
  const y0 = Math.max(0, Math.floor(Math.min(a.to.y, b.to.y, c.to.y)));
  const y1 = Math.min(target.height - 1, Math.ceil(Math.max(a.to.y, b.to.y, c.to.y)));
  const margin = -1e-4;
  for (let y = y0; y <= y1; y++) {
    for (let x = x0; x <= x1; x++) {
      const u = ((x - a.to.x) * (c.to.y - a.to.y) - (c.to.x - a.to.x) * (y - a.to.y)) / area;
      const v = ((b.to.x - a.to.x) * (y - a.to.y) - (x - a.to.x) * (b.to.y - a.to.y)) / area;
      if (u < margin || v < margin || u + v > 1 - margin) continue;
      const sx = a.from.x + u * (b.from.x - a.from.x) + v * (c.from.x - a.from.x);
      const sy = a.from.y + u * (b.from.y - a.from.y) + v * (c.from.y - a.from.y);
      take(source, target, sx, sy, y * target.width + x, visible, label);
    }
  }
}

function take(
  source: Layer,
  target: Layer,
  sx: number,
  sy: number,
  o: number,
  visible: Uint8Array | null,
  label: number,
): void {
  const { width, height } = source;
  const fx = clamp(sx, 0, width - 1.001);
  const fy = clamp(sy, 0, height - 1.001);
  const x = fx | 0;
  const y = fy | 0;
  const i = y * width + x;
  const tx = fx - x;
  const ty = fy - y;
  let w00 = (1 - tx) * (1 - ty);
  let w10 = tx * (1 - ty);
  let w01 = (1 - tx) * ty;
  let w11 = tx * ty;
  if (visible) {
    if ((visible[i]! & label) === 0) w00 = 0;
    if ((visible[i + 1]! & label) === 0) w10 = 0;
    if ((visible[i + width]! & label) === 0) w01 = 0;
    if ((visible[i + width + 1]! & label) === 0) w11 = 0;
  }
  const j = i + width;
  const { alpha } = source;
  const opacity = alpha[i]! * w00 + alpha[i + 1]! * w10 + alpha[j]! * w01 + alpha[j + 1]! * w11;
  if (opacity <= target.alpha[o]! || opacity < 0.004) return;
  target.alpha[o] = opacity;
  target.r[o] =
    source.r[i]! * w00 + source.r[i + 1]! * w10 + source.r[j]! * w01 + source.r[j + 1]! * w11;
  target.g[o] =
    source.g[i]! * w00 + source.g[i + 1]! * w10 + source.g[j]! * w01 + source.g[j + 1]! * w11;
  target.b[o] =
    source.b[i]! * w00 + source.b[i + 1]! * w10 + source.b[j]! * w01 + source.b[j + 1]! * w11;
}
