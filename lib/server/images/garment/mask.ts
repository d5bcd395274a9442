import 'server-only';

/** 1 where something is, 0 elsewhere, in rows. */
export interface Mask {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Inclusive on all sides, in pixels. */
export interface Piece {
  size: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** The index of its first pixel. */
  seed: number;
}

export const emptyMask = (width: number, height: number): Mask => ({
  width,
  height,
  data: new Uint8Array(width * height),
});

/** Everything that can be reached from the seeds through where `free` is 1, straight steps only. */
export function flood(free: Mask, seeds: Iterable<number>): Mask {
  const { width, height, data } = free;
  const reached = emptyMask(width, height);
  const waiting: number[] = [];
  const visit = (i: number) => {
    if (data[i] === 0 || reached.data[i] === 1) return;
    reached.data[i] = 1;
    waiting.push(i);
  };
  for (const seed of seeds) visit(seed);
  for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
    const x = i % width;
    if (x > 0) visit(i - 1);
    if (x < width - 1) visit(i + 1);
    if (i >= width) visit(i - width);
    if (i < width * (height - 1)) visit(i + width);
  }
  return reached;
}

export function* borderIndices({ width, height }: { width: number; height: number }) {
  for (let x = 0; x < width; x++) {
    yield x;
    yield (height - 1) * width + x;
  }
  for (let y = 1; y < height - 1; y++) {
    yield y * width;
    yield y * width + width - 1;
  }
}

export const inverse = ({ width, height, data }: Mask): Mask => ({
  width,
  height,
  data: data.map((value) => 1 - value),
});

/** The connected pieces, the largest first. */
export function piecesOf(mask: Mask): Piece[] {
  const { width, height, data } = mask;
  const seen = new Uint8Array(data.length);
  const pieces: Piece[] = [];
  const waiting: number[] = [];
  for (let seed = 0; seed < data.length; seed++) {
    if (data[seed] === 0 || seen[seed] === 1) continue;
    const piece = { size: 0, left: width, right: 0, top: height, bottom: 0, seed };
    const visit = (i: number) => {
      if (data[i] === 0 || seen[i] === 1) return;
      seen[i] = 1;
      waiting.push(i);
    };
    visit(seed);
    for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
      const [x, y] = [i % width, Math.floor(i / width)];
      piece.size += 1;
      piece.left = Math.min(piece.left, x);
      piece.right = Math.max(piece.right, x);
      piece.top = Math.min(piece.top, y);
      piece.bottom = Math.max(piece.bottom, y);
      if (x > 0) visit(i - 1);
      if (x < width - 1) visit(i + 1);
      if (y > 0) visit(i - width);
      if (y < height - 1) visit(i + width);
    }
    pieces.push(piece);
  }
  return pieces.sort((one, other) => other.size - one.size);
}

/** Bridges gaps of up to twice `radius` pixels; what lies outside of the frame counts as empty. */
export function close(mask: Mask, radius: number): Mask {
  return inverse(grow(inverse(grow(mask, radius)), radius));
}

/** Takes away what is thinner than twice `radius` pixels. */
export function open(mask: Mask, radius: number): Mask {
  return grow(inverse(grow(inverse(mask), radius)), radius);
}

/** By a square of 2 × `radius` + 1 pixels. */
function grow({ width, height, data }: Mask, radius: number): Mask {
  const across = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    spread(data, across, { start: y * width, step: 1, length: width, radius });
  }
  const grown = emptyMask(width, height);
  for (let x = 0; x < width; x++) {
    spread(across, grown.data, { start: x, step: width, length: height, radius });
  }
  return grown;
}

function spread(
  from: Uint8Array,
  to: Uint8Array,
  { start, step, length, radius }: Record<'start' | 'step' | 'length' | 'radius', number>,
): void {
  let last = -1;
  for (let k = 0; k < length; k++) {
    if (from[start + k * step] === 0) continue;
    for (let n = Math.max(last + 1, k - radius); n <= Math.min(length - 1, k + radius); n++) {
      to[start + n * step] = 1;
      last = n;
    }
  }
}

/** What is enclosed on all sides becomes part of it. */
export function fillHoles(mask: Mask): Mask {
  return inverse(flood(inverse(mask), borderIndices(mask)));
}
