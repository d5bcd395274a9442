import { createMask, type Mask } from './image.ts';

interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** The smallest box round what is inside, grown by a margin; empty masks give an empty box. */
function boxOf(mask: Mask, margin: number): Box {
  const { width, height, data } = mask;
  let x0 = width;
  let x1 = -1;
  let y0 = height;
  let y1 = -1;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let l = 0;
    while (l < width && data[row + l] === 0) l++;
    if (l === width) continue;
    let r = width - 1;
    while (data[row + r] === 0) r--;
    if (y < y0) y0 = y;
    y1 = y;
    if (l < x0) x0 = l;
    if (r > x1) x1 = r;
  }
  const m = Math.ceil(margin);
  return {
    x0: Math.max(0, x0 - m),
    y0: Math.max(0, y0 - m),
    x1: Math.min(width - 1, x1 + m),
    y1: Math.min(height - 1, y1 + m),
  };
}

/** Fills in the chamfer distances within a box of `out`, which holds 0 at the sources. */
function sweep(out: Float32Array, width: number, box: Box): void {
  const diagonal = Math.SQRT2;
  const { x0, y0, x1, y1 } = box;
  for (let y = y0; y <= y1; y++) {
    for (let x = x0; x <= x1; x++) {
      const i = y * width + x;
      let d = out[i]!;
      if (d === 0) continue;
      if (x > x0 && out[i - 1]! + 1 < d) d = out[i - 1]! + 1;
      if (y > y0) {
        if (out[i - width]! + 1 < d) d = out[i - width]! + 1;
        if (x > x0 && out[i - width - 1]! + diagonal < d) d = out[i - width - 1]! + diagonal;
        if (x < x1 && out[i - width + 1]! + diagonal < d) d = out[i - width + 1]! + diagonal;
      }
      out[i] = d;
    }
  }
  for (let y = y1; y >= y0; y--) {
    for (let x = x1; x >= x0; x--) {
      const i = y * width + x;
      let d = out[i]!;
      if (d === 0) continue;
      if (x < x1 && out[i + 1]! + 1 < d) d = out[i + 1]! + 1;
      if (y < y1) {
        if (out[i + width]! + 1 < d) d = out[i + width]! + 1;
        if (x < x1 && out[i + width + 1]! + diagonal < d) d = out[i + width + 1]! + diagonal;
        if (x > x0 && out[i + width - 1]! + diagonal < d) d = out[i + width - 1]! + diagonal;
      }
      out[i] = d;
    }
  }
}

/**
 * Distance in pixels (two-pass chamfer, within 8 %) of every pixel to the nearest one inside; or,
 * with `inside` false, to the nearest one outside. Beyond `limit` it may be anything larger.
 */
export function distanceTo(
  mask: Mask,
  inside = true,
  limit = Number.POSITIVE_INFINITY,
): Float32Array {
  const { width, height, data } = mask;
  const far = width + height;
  const out = new Float32Array(width * height);
  const margin = inside ? Math.min(limit + 1, far) : 1;
  const box = boxOf(mask, margin);
  if (inside) {
    for (let i = 0; i < out.length; i++) if (data[i] === 0) out[i] = far;
  } else {
    for (let i = 0; i < out.length; i++) if (data[i] !== 0) out[i] = far;
  }
  sweep(out, width, box);
  return out;
}

export function dilate(mask: Mask, radius: number): Mask {
  const distance = distanceTo(mask, true, radius);
  const out = createMask(mask.width, mask.height);
  for (let i = 0; i < distance.length; i++) out.data[i] = distance[i]! <= radius ? 1 : 0;
  return out;
}

export function erode(mask: Mask, radius: number): Mask {
  const distance = distanceTo(mask, false);
  const out = createMask(mask.width, mask.height);
  for (let i = 0; i < distance.length; i++) out.data[i] = distance[i]! > radius ? 1 : 0;
  return out;
}

export function close(mask: Mask, radius: number): Mask {
  return erode(dilate(mask, radius), radius);
}

export function open(mask: Mask, radius: number): Mask {
  return dilate(erode(mask, radius), radius);
}

/** Connected areas (four neighbours) of what is inside: a label from 1 a pixel, and their sizes. */
export function components(mask: Mask): { labels: Int32Array; sizes: number[] } {
  const { width, height, data } = mask;
  const labels = new Int32Array(width * height);
  const stack = new Int32Array(width * height);
  const sizes = [0];
  for (let start = 0; start < labels.length; start++) {
    if (data[start] === 0 || labels[start] !== 0) continue;
    const label = sizes.length;
    let size = 0;
    let top = 0;
    stack[top++] = start;
    labels[start] = label;
    while (top > 0) {
      const i = stack[--top]!;
      size++;
      const x = i % width;
      if (x > 0 && data[i - 1] !== 0 && labels[i - 1] === 0) {
        labels[i - 1] = label;
        stack[top++] = i - 1;
      }
      if (x < width - 1 && data[i + 1] !== 0 && labels[i + 1] === 0) {
        labels[i + 1] = label;
        stack[top++] = i + 1;
      }
      if (i >= width && data[i - width] !== 0 && labels[i - width] === 0) {
        labels[i - width] = label;
        stack[top++] = i - width;
      }
      if (i + width < labels.length && data[i + width] !== 0 && labels[i + width] === 0) {
        labels[i + width] = label;
        stack[top++] = i + width;
      }
    }
    sizes.push(size);
  }
  return { labels, sizes };
}

/** Only the largest area, or those of at least `share` of its size. */
export function largest(mask: Mask, share = 1): Mask {
  const { labels, sizes } = components(mask);
  const limit = Math.max(...sizes, 1) * share;
  const out = createMask(mask.width, mask.height);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label > 0 && sizes[label]! >= limit) out.data[i] = 1;
  }
  return out;
}

/** Fills holes smaller than `limit` pixels. */
export function fillHoles(mask: Mask, limit: number): Mask {
  const inverse = createMask(mask.width, mask.height);
  for (let i = 0; i < mask.data.length; i++) inverse.data[i] = mask.data[i] === 0 ? 1 : 0;
  const { labels, sizes } = components(inverse);
  const out = createMask(mask.width, mask.height);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    out.data[i] = label === 0 || sizes[label]! < limit ? 1 : 0;
  }
  return out;
}

export function combine(a: Mask, b: Mask, rule: (a: boolean, b: boolean) => boolean): Mask {
  const out = createMask(a.width, a.height);
  for (let i = 0; i < out.data.length; i++) {
    out.data[i] = rule(a.data[i] !== 0, b.data[i] !== 0) ? 1 : 0;
  }
  return out;
}
