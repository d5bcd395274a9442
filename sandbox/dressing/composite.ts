import { blur } from './filters.ts';
import { type Mask, type RgbaImage, smoothstep } from './image.ts';
import type { Layer } from './mesh.ts';

/** A mask with an edge about a pixel soft, inward of it. */
function soften(mask: Mask, width: number, height: number): Float32Array {
  const out = blur(Float32Array.from(mask.data), width, height, 0.8);
  for (let i = 0; i < out.length; i++) out[i] = smoothstep(0.35, 0.95, out[i]!);
  return out;
}

/**
 * Puts the picture together from the back to the front: the undressed photo, the garment's shadow
 * on the person, the trunk, what of the person is in front of it (arms, an old top over a
 * waistband), the sleeves, and head and hair.
 */
export function compose(
  base: RgbaImage,
  trunk: Layer,
  sleeves: Layer,
  person: Mask,
  inFront: Mask,
  head: Mask,
  shoulderWidth: number,
): RgbaImage {
  const { width, height } = base;
  const n = width * height;
  const union = new Float32Array(n);
  for (let i = 0; i < n; i++) union[i] = Math.max(trunk.alpha[i]!, sleeves.alpha[i]!);
  const reach = 0.025 * shoulderWidth;
  const cast = blur(union, width, height, reach);
  const body = blur(Float32Array.from(person.data), width, height, 1);
  const front = soften(inFront, width, height);
  const hair = soften(head, width, height);
  const down = Math.round(reach * 0.8);
  const out = new Uint8ClampedArray(base.data);
  for (let i = 0; i < n; i++) {
    const from = i - down * width;
    const shadow = from >= 0 ? cast[from]! : cast[i]!;
    if (union[i]! < 0.004 && shadow < 0.01) continue;
    const dim = 1 - 0.24 * shadow * body[i]!;
    const f = front[i]!;
    const h = hair[i]!;
    const ta = trunk.alpha[i]!;
    const sa = sleeves.alpha[i]!;
    for (let k = 0; k < 3; k++) {
      const original = base.data[i * 4 + k]!;
      const t = k === 0 ? trunk.r[i]! : k === 1 ? trunk.g[i]! : trunk.b[i]!;
      const s = k === 0 ? sleeves.r[i]! : k === 1 ? sleeves.g[i]! : sleeves.b[i]!;
      let value = original * dim * (1 - ta) + t;
      value = value * (1 - f) + original * f;
      value = value * (1 - sa) + s;
      value = value * (1 - h) + original * h;
      out[i * 4 + k] = value;
    }
  }
  return { width, height, data: out };
}
