/** Running-mean blur of radius `r` in both directions; the border is repeated. */
export function boxBlur(src: Float32Array, width: number, height: number, r: number): Float32Array {
  const radius = Math.max(0, Math.round(r));
  if (radius === 0) return src.slice();
  const across = new Float32Array(src.length);
  const out = new Float32Array(src.length);
  const norm = 1 / (2 * radius + 1);
  const span = 2 * radius + 1;
  const line = new Float32Array(width + 2 * radius + 1);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    line.fill(src[row]!, 0, radius);
    line.set(src.subarray(row, row + width), radius);
    line.fill(src[row + width - 1]!, radius + width);
    let sum = 0;
    for (let k = 0; k < span; k++) sum += line[k]!;
    for (let x = 0; x < width; x++) {
      across[row + x] = sum * norm;
      sum += line[x + span]! - line[x]!;
    }
  }
  // Column sums are kept for a whole row at once: walking down single columns misses the cache.
  const sums = new Float32Array(width);
  for (let k = -radius; k <= radius; k++) {
    const row = Math.min(height - 1, Math.max(0, k)) * width;
    for (let x = 0; x < width; x++) sums[x] = sums[x]! + across[row + x]!;
  }
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const add = Math.min(height - 1, y + radius + 1) * width;
    const drop = Math.max(0, y - radius) * width;
    for (let x = 0; x < width; x++) {
      out[row + x] = sums[x]! * norm;
      sums[x] = sums[x]! + across[add + x]! - across[drop + x]!;
    }
  }
  return out;
}

/** Averages blocks of `factor` × `factor`; the last blocks may be smaller. */
export function shrink(
  src: Float32Array,
  width: number,
  height: number,
  factor: number,
): { data: Float32Array; width: number; height: number } {
  const w = Math.ceil(width / factor);
  const h = Math.ceil(height / factor);
  const data = new Float32Array(w * h);
  for (let oy = 0; oy < h; oy++) {
    const y1 = Math.min(height, (oy + 1) * factor);
    for (let ox = 0; ox < w; ox++) {
      const x1 = Math.min(width, (ox + 1) * factor);
      let sum = 0;
      for (let y = oy * factor; y < y1; y++) {
        for (let i = y * width + ox * factor; i < y * width + x1; i++) sum += src[i]!;
      }
      data[oy * w + ox] = sum / ((y1 - oy * factor) * (x1 - ox * factor));
    }
  }
  return { data, width: w, height: h };
}

/** The inverse of `shrink`, bilinear between the centres of the blocks. */
export function enlarge(
  src: Float32Array,
  srcWidth: number,
  srcHeight: number,
  factor: number,
  width: number,
  height: number,
): Float32Array {
  const out = new Float32Array(width * height);
  const column = new Int32Array(width);
  const share = new Float32Array(width);
  for (let x = 0; x < width; x++) {
    const fx = Math.min(srcWidth - 1, Math.max(0, (x + 0.5) / factor - 0.5));
    column[x] = Math.min(Math.max(0, srcWidth - 2), Math.floor(fx));
    share[x] = fx - column[x]!;
  }
  // A row of the source is first blended vertically, so that each pixel needs two values, not four.
  const line = new Float32Array(srcWidth + 1);
  for (let y = 0; y < height; y++) {
    const fy = Math.min(srcHeight - 1, Math.max(0, (y + 0.5) / factor - 0.5));
    const y0 = Math.floor(fy);
    const top = y0 * srcWidth;
    const low = Math.min(srcHeight - 1, y0 + 1) * srcWidth;
    const ty = fy - y0;
    for (let x = 0; x < srcWidth; x++)
      line[x] = src[top + x]! + (src[low + x]! - src[top + x]!) * ty;
    line[srcWidth] = line[srcWidth - 1]!;
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const c = column[x]!;
      out[row + x] = line[c]! + (line[c + 1]! - line[c]!) * share[x]!;
    }
  }
  return out;
}

/** Close to a Gaussian blur. Wide ones are done on a smaller copy, where they cost nothing. */
export function blur(
  src: Float32Array,
  width: number,
  height: number,
  sigma: number,
): Float32Array {
  const factor = Math.max(1, Math.floor(sigma / 2.5));
  const small = factor > 1 ? shrink(src, width, height, factor) : { data: src, width, height };
  const r = Math.max(1, sigma / factor);
  let data = boxBlur(small.data, small.width, small.height, r);
  data = boxBlur(data, small.width, small.height, r);
  if (sigma > 1.2) data = boxBlur(data, small.width, small.height, r);
  return factor > 1 ? enlarge(data, small.width, small.height, factor, width, height) : data;
}

/**
 * Several planes spread from where `weight` is above 0 over everywhere else: an average over the
 * near known pixels, and over ever wider surroundings where there are none.
 */
export function spread(
  planes: Float32Array[],
  weight: Float32Array,
  width: number,
  height: number,
): Float32Array[] {
  const w2 = Math.ceil(width / 2);
  const h2 = Math.ceil(height / 2);
  if (width <= 2 || height <= 2) {
    return planes.map((plane) => {
      let sum = 0;
      let total = 0;
      for (let i = 0; i < plane.length; i++) {
        sum += plane[i]! * weight[i]!;
        total += weight[i]!;
      }
      return new Float32Array(plane.length).fill(total > 0 ? sum / total : 0);
    });
  }
  const weightHalf = new Float32Array(w2 * h2);
  const halves = planes.map(() => new Float32Array(w2 * h2));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const o = (y >> 1) * w2 + (x >> 1);
      const v = weight[i]!;
      if (v <= 0) continue;
      weightHalf[o] = weightHalf[o]! + v;
      for (let k = 0; k < planes.length; k++) {
        const half = halves[k]!;
        half[o] = half[o]! + planes[k]![i]! * v;
      }
    }
  }
  for (let o = 0; o < weightHalf.length; o++) {
    const v = weightHalf[o]!;
    if (v > 0) for (const half of halves) half[o] = half[o]! / v;
    weightHalf[o] = Math.min(1, v);
  }
  const coarse = spread(halves, weightHalf, w2, h2);
  return coarse.map((half, k) => {
    const wide = enlarge(half, w2, h2, 2, width, height);
    const plane = planes[k]!;
    for (let i = 0; i < wide.length; i++) {
      const v = Math.min(1, weight[i]!);
      if (v > 0) wide[i] = wide[i]! * (1 - v) + plane[i]! * v;
    }
    return wide;
  });
}
