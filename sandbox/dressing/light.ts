import type { Clothes } from './clothes.ts';
import { blur, boxBlur } from './filters.ts';
import { clamp, type Mask, mix, smoothstep } from './image.ts';
import type { LabImage } from './lab.ts';
import type { Layer } from './mesh.ts';
import type { Drape } from './random.ts';

/**
 * The light of the photo as a factor a pixel: how bright the worn clothes are against their own
 * mean, smoothly, and their finer folds at part strength.
 */
export function photoLight(
  lab: LabImage,
  person: Mask,
  clothes: Clothes,
  skin: Mask,
  shoulderWidth: number,
): Float32Array {
  const { width, height } = lab;
  const n = width * height;
  const sums = [0, 0, 0];
  const counts = [0, 0, 0];
  const kind = new Int8Array(n).fill(-1);
  for (let i = 0; i < n; i++) {
    if (person.data[i] === 0) continue;
    const k = clothes.top.data[i] ? 0 : clothes.bottom.data[i] ? 1 : skin.data[i] ? 2 : -1;
    if (k < 0) continue;
    kind[i] = k;
    sums[k] = sums[k]! + lab.L[i]!;
    counts[k] = counts[k]! + 1;
  }
  const ratio = new Float32Array(n);
  const weight = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    const k = kind[i]!;
    if (k < 0) continue;
    const mean = sums[k]! / Math.max(1, counts[k]!);
    ratio[i] = clamp(lab.L[i]! / Math.max(8, mean), 0.6, 1.4);
    weight[i] = 1;
  }
  const wide = 0.09 * shoulderWidth;
  const low = blur(ratio, width, height, wide);
  const lowWeight = blur(weight, width, height, wide);
  const fineRadius = Math.max(1, Math.round(0.006 * shoulderWidth));
  const fine = boxBlur(ratio, width, height, fineRadius);
  const fineWeight = boxBlur(weight, width, height, fineRadius);
  const out = new Float32Array(n).fill(1);
  for (let i = 0; i < n; i++) {
    if (lowWeight[i]! < 0.05) continue;
    const base = low[i]! / lowWeight[i]!;
    let factor = 1 + 0.5 * (base - 1);
    if (fineWeight[i]! > 0.99 && kind[i]! >= 0 && kind[i]! < 2) {
      factor += 0.3 * clamp(fine[i]! / fineWeight[i]! - base, -0.09, 0.07);
    }
    // Towards the edge of what was worn the ratio is a guess.
    out[i] = clamp(mix(1, factor, smoothstep(0.05, 0.5, lowWeight[i]!)), 0.8, 1.13);
  }
  return blur(out, width, height, 1);
}

/**
 * Shades the garment as one thing: rounder towards its sides, in the photo's light, with the
 * shadow that sleeves throw on the trunk. Works on the layers in place.
 */
export function shade(
  trunk: Layer,
  sleeves: Layer,
  light: Float32Array,
  shoulderWidth: number,
  drape: Drape,
): void {
  const { width, height } = trunk;
  const n = width * height;
  const union = new Float32Array(n);
  for (let i = 0; i < n; i++) union[i] = Math.max(trunk.alpha[i]!, sleeves.alpha[i]!);
  const soft = blur(union, width, height, 0.055 * shoulderWidth);
  const over = blur(sleeves.alpha, width, height, 0.03 * shoulderWidth);
  const wave = (2 * Math.PI) / Math.max(40, 0.85 * shoulderWidth);
  for (let i = 0; i < n; i++) {
    if (union[i]! <= 0) continue;
    const x = i % width;
    const y = (i / width) | 0;
    const round = mix(0.9, 1.005, smoothstep(0.42, 0.97, soft[i]!));
    const folds = 1 + 0.009 * Math.sin(x * wave + y * wave * 0.22 + drape.phase);
    const base = round * light[i]! * drape.light * folds;
    const under = base * (1 - 0.22 * Math.min(1, over[i]! * 1.4) * (1 - sleeves.alpha[i]!));
    trunk.r[i] = trunk.r[i]! * under;
    trunk.g[i] = trunk.g[i]! * under;
    trunk.b[i] = trunk.b[i]! * under;
    sleeves.r[i] = sleeves.r[i]! * base;
    sleeves.g[i] = sleeves.g[i]! * base;
    sleeves.b[i] = sleeves.b[i]! * base;
  }
}
