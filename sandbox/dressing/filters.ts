/** One running mean of `radius` along a line of `n` values; the ends are repeated. */
function runLine(src: Float32Array, out: Float32Array, n: number, radius: number): void {
  const span = 2 * radius + 1;
  const norm = 1 / span;
  const last = n - 1;
  let sum = 0;
  for (let k = -radius; k <= radius; k++) sum += src[Math.min(last, Math.max(0, k))]!;
  const head = Math.min(n, radius);
  const tail = Math.max(head, n - radius - 1);
  let x = 0;
  for (; x < head; x++) {
    out[x] = sum * norm;
    sum += src[Math.min(last, x + radius + 1)]! - src[0]!;
  }
  for (; x < tail; x++) {
    out[x] = sum * norm;
    sum += src[x + radius + 1]! - src[x - radius]!;
  }
  for (; x < n; x++) {
    out[x] = sum * norm;
    sum += src[last]! - src[x - radius]!;
  }
}

/** One running mean of `radius` down all columns; whole rows at a time, which the cache likes. */
function runColumns(
  src: Float32Array,
  out: Float32Array,
  width: number,
  height: number,
  radius: number,
): void {
  const norm = 1 / (2 * radius + 1);
  const sums = new Float32Array(width);
  for (let k = -radius; k <= radius; k++) {
    const row = Math.min(height - 1, Math.max(0, k)) * width;
    for (let x = 0; x < width; x++) sums[x] = sums[x]! + src[row + x]!;
  }
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const add = Math.min(height - 1, y + radius + 1) * width;
    const drop = Math.max(0, y - radius) * width;
    for (let x = 0; x < width; x++) {
      const sum = sums[x]!;
      out[row + x] = sum * norm;
      sums[x] = sum + src[add + x]! - src[drop + x]!;
    }
  }
}

/**
 * `passes` running means in both directions. Most planes here are one value but for the person
 * or the garment, so only the box of what differs from the first pixel is worked on.
 */
function boxPasses(
  src: Float32Array,
  width: number,
  height: number,
  radius: number,
  passes: number,
): Float32Array {
  const level = src[0]!;
  let y0 = 0;
  let y1 = height - 1;
  let x0 = width;
  let x1 = -1;
  const plain = (y: number): boolean => {
    const end = (y + 1) * width;
    let i = y * width;
    while (i < end && src[i] === level) i++;
    return i === end;
  };
  while (y0 < height && plain(y0)) y0++;
  while (y1 > y0 && plain(y1)) y1--;
  for (let y = y0; y <= y1; y++) {
    const row = y * width;
    for (let x = 0; x < x0; x++) if (src[row + x] !== level) x0 = x;
    for (let x = width - 1; x > x1; x--) if (src[row + x] !== level) x1 = x;
  }
  const out = new Float32Array(src.length);
  if (level !== 0) out.fill(level);
  if (x1 < 0) return out;
  const grow = radius * passes;
  const left = Math.max(0, x0 - grow);
  const top = Math.max(0, y0 - grow);
  const w = Math.min(width - 1, x1 + grow) - left + 1;
  const h = Math.min(height - 1, y1 + grow) - top + 1;
  let a: Float32Array = new Float32Array(w * h);
  let b: Float32Array = new Float32Array(w * h);
  if (level !== 0) a.fill(level);
  let line: Float32Array = new Float32Array(w);
  let next: Float32Array = new Float32Array(w);
  for (let y = y0; y <= y1; y++) {
    const row = y * width + left;
    line.set(src.subarray(row, row + w));
    for (let k = 0; k < passes; k++) {
      runLine(line, next, w, radius);
      [line, next] = [next, line];
    }
    a.set(line, (y - top) * w);
  }
  for (let k = 0; k < passes; k++) {
    runColumns(a, b, w, h, radius);
    [a, b] = [b, a];
  }
  for (let y = 0; y < h; y++) {
    out.set(a.subarray(y * w, (y + 1) * w), (y + top) * width + left);
  }
  return out;
}

/** The mean of each pixel and its eight neighbours; the border is repeated. */
export function mean3(src: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(src.length);
  const last = width - 1;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const up = y > 0 ? -width : 0;
    const down = y < height - 1 ? width : 0;
    let left = src[row + up]! + src[row]! + src[row + down]!;
    let here = left;
    for (let x = 0, i = row; x < last; x++, i++) {
      const right = src[i + 1 + up]! + src[i + 1]! + src[i + 1 + down]!;
      out[i] = (left + here + right) * (1 / 9);
      left = here;
      here = right;
    }
    out[row + last] = (left + here + here) * (1 / 9);
  }
  return out;
}

/** Running-mean blur of radius `r` in both directions; the border is repeated. */
export function boxBlur(src: Float32Array, width: number, height: number, r: number): Float32Array {
  const radius = Math.max(0, Math.round(r));
  return radius === 0 ? src.slice() : boxPasses(src, width, height, radius, 1);
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
  const whole = Math.floor(width / factor);
  for (let oy = 0; oy < h; oy++) {
    const y1 = Math.min(height, (oy + 1) * factor);
    const o = oy * w;
    for (let y = oy * factor; y < y1; y++) {
      let i = y * width;
      for (let ox = 0; ox < whole; ox++) {
        let sum = 0;
        for (const end = i + factor; i < end; i++) sum += src[i]!;
        data[o + ox] = data[o + ox]! + sum;
      }
      for (const end = (y + 1) * width; i < end; i++) data[o + whole] = data[o + whole]! + src[i]!;
    }
    const rows = y1 - oy * factor;
    for (let ox = 0; ox < whole; ox++) data[o + ox] = data[o + ox]! / (rows * factor);
    if (whole < w) data[o + whole] = data[o + whole]! / (rows * (width - whole * factor));
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
  const radius = Math.round(Math.max(1, sigma / factor));
  const data = boxPasses(small.data, small.width, small.height, radius, sigma > 1.2 ? 3 : 2);
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
