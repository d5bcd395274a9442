import 'server-only';
import { distance, type Ground, median } from './ground.ts';
import type { LabPlanes } from './lab.ts';
import { borderIndices, fillHoles, flood, inverse, type Mask, open, piecesOf } from './mask.ts';

export interface CutOut {
  /** Everything that is not ground, without holes. */
  figure: Mask;
  /** Median distance of the figure's colours from the ground's, in Lab; 0 without a figure. */
  contrast: number;
}

/**
 * How far a pixel may be from the ground's colour and still belong to it, in Lab. Wide towards
 * darkness, where the garment's shadow falls; tight towards light, since nothing lightens a studio
 * wall and that is what tells a white shirt from a white wall.
 */
const STRICT = { darker: 24, brighter: 2.5, otherHue: 4 };
/** Where light falls off in a way that no smooth surface follows; only for what is softly bounded. */
const LOOSE = { darker: 30, brighter: 9, otherHue: 6 };
/** The steepest step over two pixels that the flood crosses; a shadow's edge is softer. */
const BARRIER = 3.2;
/** A restless ground is given this many times its own grain. */
const GRAIN_COUNTS = 2.5;
/** So much of an area's outline must go over into ground without an edge for it to be ground. */
const SOFT_OUTLINE = 0.4;
/** Only the largest such areas are looked at, and none below this share of the frame. */
const MOST_AREAS = 12;
const LEAST_AREA = 0.001;
/** What is thinner than twice this, in pixels, is no garment. */
const THREAD = 2;

/** Floods the picture from its border over all that is like the ground; what is left is the figure. */
export function cutOut(source: LabPlanes, ground: Ground): CutOut {
  const lab = smooth(source);
  const steep = steepness(lab);
  const barrier = Math.max(BARRIER, GRAIN_COUNTS * ground.grain);
  const calm = (reach: typeof STRICT) => {
    const like = likeGround(lab, ground, reach);
    for (let i = 0; i < steep.length; i++) if ((steep[i] ?? 0) > barrier) like.data[i] = 0;
    return like;
  };
  const strict = calm(STRICT);
  const reached = withSoftlyBounded(flood(strict, borderIndices(strict)), calm(LOOSE));
  const figure = fillHoles(open(inverse(reached), THREAD));
  return { figure, contrast: contrastOf(lab, ground, figure) };
}

/** Adds the areas of `loose` that go over into ground without an edge; a pale garment has edges. */
function withSoftlyBounded(reached: Mask, loose: Mask): Mask {
  const { width, height } = reached;
  const rest = { width, height, data: loose.data.map((like, i) => like & ~(reached.data[i] ?? 0)) };
  const ground = { width, height, data: reached.data.slice() };
  for (const piece of piecesOf(rest).slice(0, MOST_AREAS)) {
    if (piece.size < LEAST_AREA * rest.data.length) break;
    const area = flood(rest, [piece.seed]);
    let [soft, outline] = [0, 0];
    const look = (inside: boolean, next: number) => {
      if (inside && area.data[next] === 1) return;
      outline += 1;
      if (!inside || reached.data[next] === 1) soft += 1;
    };
    for (let y = piece.top; y <= piece.bottom; y++) {
      for (let x = piece.left; x <= piece.right; x++) {
        const i = y * width + x;
        if (area.data[i] === 0) continue;
        look(x > 0, i - 1);
        look(x < width - 1, i + 1);
        look(y > 0, i - width);
        look(y < height - 1, i + width);
      }
    }
    if (soft < SOFT_OUTLINE * outline) continue;
    for (let i = piece.seed; i < area.data.length; i++) if (area.data[i] === 1) ground.data[i] = 1;
  }
  return ground;
}

function likeGround(
  { width, height, L, a, b }: LabPlanes,
  ground: Ground,
  reach: typeof STRICT,
): Mask {
  const grain = GRAIN_COUNTS * ground.grain;
  const brighter = Math.max(reach.brighter, grain);
  const darker = reach.darker + grain;
  const otherHue = Math.max(reach.otherHue, grain);
  const like = new Uint8Array(width * height);
  const CELL = 4;
  for (let top = 0; top < height; top += CELL) {
    for (let left = 0; left < width; left += CELL) {
      const expected = ground.colourAt((left + CELL / 2) / width, (top + CELL / 2) / height);
      for (let y = top; y < Math.min(height, top + CELL); y++) {
        for (let x = left; x < Math.min(width, left + CELL); x++) {
          const i = y * width + x;
          const light = (L[i] ?? 0) - expected.L;
          const [red, yellow] = [(a[i] ?? 0) - expected.a, (b[i] ?? 0) - expected.b];
          const share = light > 0 ? light / brighter : light / darker;
          const hue = (red * red + yellow * yellow) / (otherHue * otherHue);
          like[i] = share * share + hue < 1 ? 1 : 0;
        }
      }
    }
  }
  return { width, height, data: like };
}

/** Each plane averaged over three by three pixels. */
function smooth({ width, height, L, a, b }: LabPlanes): LabPlanes {
  const mean = (plane: Float32Array) => {
    const out = plane.slice();
    for (let y = 1; y < height - 1; y++) {
      for (let x = 1; x < width - 1; x++) {
        let sum = 0;
        for (let row = (y - 1) * width + x; row <= (y + 1) * width + x; row += width) {
          sum += (plane[row - 1] ?? 0) + (plane[row] ?? 0) + (plane[row + 1] ?? 0);
        }
        out[y * width + x] = sum / 9;
      }
    }
    return out;
  };
  return { width, height, L: mean(L), a: mean(a), b: mean(b) };
}

/** How much the colour changes over two pixels, across and down. */
function steepness({ width, height, L, a, b }: LabPlanes): Float32Array {
  const steep = new Float32Array(width * height);
  const add = (plane: Float32Array, counts: number) => {
    for (let y = 1; y < height - 1; y++) {
      for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
        const across = (plane[i + 1] ?? 0) - (plane[i - 1] ?? 0);
        const down = (plane[i + width] ?? 0) - (plane[i - width] ?? 0);
        steep[i] = (steep[i] ?? 0) + counts * (across * across + down * down);
      }
    }
  };
  add(L, 1);
  add(a, 2.2);
  add(b, 2.2);
  return steep.map(Math.sqrt);
}

function contrastOf({ L, a, b }: LabPlanes, ground: Ground, { width, height, data }: Mask): number {
  const off: number[] = [];
  for (let y = 0; y < height; y += 3) {
    for (let x = 0; x < width; x += 3) {
      const i = y * width + x;
      if (data[i] === 0) continue;
      const colour = { L: L[i] ?? 0, a: a[i] ?? 0, b: b[i] ?? 0 };
      off.push(distance(colour, ground.colourAt(x / width, y / height)));
    }
  }
  return off.length === 0 ? 0 : median(off);
}
