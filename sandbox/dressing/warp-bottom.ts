import { type BodyShape, fallAt } from './body-shape.ts';
import type { Frame } from './frame.ts';
import { clamp, type Mask, mix, type Point, smoothstep } from './image.ts';
import { drawTriangle, type Layer, type Vertex } from './mesh.ts';
import type { Drape } from './random.ts';

/** A lower garment row by row: the outer edges and, below the fork of trousers, the inner ones. */
export interface BottomRows {
  kind: 'trousers' | 'skirt';
  waist: number;
  hem: number;
  /** The fork's row; the hem of a skirt. */
  crotch: number;
  left: number[];
  right: number[];
  /** Edges of the gap between the legs; both are the middle above the fork. */
  innerLeft: number[];
  innerRight: number[];
}

const median = (values: number[]): number =>
  values.slice().sort((a, b) => a - b)[values.length >> 1] ?? 0;

export function readBottom(mask: Mask): BottomRows {
  const { width, height, data } = mask;
  const left: number[] = [];
  const right: number[] = [];
  let y0 = -1;
  let y1 = 0;
  for (let y = 0; y < height; y++) {
    let l = -1;
    let r = -1;
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] === 0) continue;
      if (l < 0) l = x;
      r = x;
    }
    if (l < 0) continue;
    if (y0 < 0) y0 = y;
    y1 = y;
    left[y] = l;
    right[y] = r;
  }
  y0 = Math.max(0, y0);
  const usual = median(right.slice(y0, y1).map((r, k) => r - (left[y0 + k] ?? r)));
  while (y0 < y1 && (right[y0] ?? 0) - (left[y0] ?? 0) < 0.5 * usual) y0++;
  let hem = y1;
  const end = right.slice(Math.round(y1 - (y1 - y0) * 0.1), y1).map((r, k) => {
    const y = Math.round(y1 - (y1 - y0) * 0.1) + k;
    return r - (left[y] ?? r);
  });
  const hemWidth = median(end);
  while (hem > y0 && (right[hem] ?? 0) - (left[hem] ?? 0) < 0.94 * hemWidth) hem--;

  const gaps: { y: number; l: number; r: number }[] = [];
  for (let y = Math.round(y0 + (y1 - y0) * 0.18); y <= y1; y++) {
    const l = left[y] ?? 0;
    const r = right[y] ?? 0;
    // The widest hole in the middle of the row.
    let best = { size: 0, l: 0, r: 0 };
    let start = -1;
    for (let x = Math.round(mix(l, r, 0.22)); x <= mix(l, r, 0.78); x++) {
      if (data[y * width + x] === 0) {
        if (start < 0) start = x;
        if (x - start + 1 > best.size) best = { size: x - start + 1, l: start - 1, r: x + 1 };
      } else start = -1;
    }
    if (best.size >= 2) gaps.push({ y, l: best.l, r: best.r });
  }
  const long = (hem - y0) / Math.max(1, usual);
  const kind = gaps.length > 0.13 * (y1 - y0) || long > 2.5 ? 'trousers' : 'skirt';
  const middle = median(left.slice(y0, y1).map((l, k) => (l + (right[y0 + k] ?? l)) / 2));
  const innerLeft: number[] = [];
  const innerRight: number[] = [];
  let crotch = hem;
  if (kind === 'trousers') {
    crotch = gaps[0]?.y ?? Math.round(y0 + (hem - y0) * 0.28);
    // A single stray hole above the fork is not the fork.
    for (const gap of gaps) {
      const below = gaps.filter((g) => g.y > gap.y && g.y <= gap.y + 20).length;
      if (below > 14 || gap.y + 20 > y1) {
        crotch = gap.y;
        break;
      }
    }
  }
  const byRow = new Map(gaps.map((g) => [g.y, g]));
  let last: { l: number; r: number } = { l: middle, r: middle };
  for (let y = y0; y <= y1; y++) {
    const gap = y >= crotch ? byRow.get(y) : undefined;
    if (gap) last = gap;
    if (y < crotch) {
      const first = byRow.get(crotch);
      const fork = first ? (first.l + first.r) / 2 : middle;
      const centre = ((left[y] ?? middle) + (right[y] ?? middle)) / 2;
      const share = smoothstep(y0, crotch, y);
      innerLeft[y] = innerRight[y] = mix(centre, fork, share);
    } else {
      innerLeft[y] = gap ? gap.l : mix(last.l, (last.l + last.r) / 2, 0);
      innerRight[y] = gap ? gap.r : last.r;
    }
  }
  return { kind, waist: y0, hem, crotch, left, right, innerLeft, innerRight };
}

export interface BottomFit {
  waist: number;
  hem: number;
}

interface Row {
  left: number;
  right: number;
  innerLeft: number;
  innerRight: number;
}

/** The middle of a leg at a height, from hip over knee to ankle and straight on. */
function legAt(leg: Frame['legs']['left'], y: number): number {
  const { root, joint, end } = leg;
  if (y < joint.y)
    return mix(root.x, joint.x, clamp((y - root.y) / (joint.y - root.y || 1), -0.2, 1));
  return mix(joint.x, end.x, clamp((y - joint.y) / (end.y - joint.y || 1), 0, 1.2));
}

/** The run of the person through a leg's middle, kept within what a leg can be. */
function legRun(
  person: Mask,
  centre: number,
  y: number,
  usual: number,
  divide: number,
  side: -1 | 1,
): Row | null {
  const row = Math.round(y);
  if (row < 0 || row >= person.height) return null;
  const at = Math.round(centre);
  if (person.data[row * person.width + at] === 0) return null;
  let l = at;
  while (l > 0 && at - l < 1.7 * usual && person.data[row * person.width + l - 1] !== 0) l--;
  let r = at;
  while (
    r < person.width - 1 &&
    r - at < 1.7 * usual &&
    person.data[row * person.width + r + 1] !== 0
  )
    r++;
  if (side < 0) r = Math.min(r, divide);
  else l = Math.max(l, divide);
  return { left: l, right: r, innerLeft: 0, innerRight: 0 };
}

/**
 * Draws trousers or a skirt; the rows are mapped one by one, so that edges meet edges exactly.
 * `legsSeen` is the person's outline, or null where a skirt hides the legs.
 */
export function drawBottom(
  source: Layer,
  rows: BottomRows,
  shape: BodyShape,
  frame: Frame,
  legsSeen: Mask | null,
  drape: Drape,
  border: number | null,
  target: Layer,
): BottomFit {
  const sw = Math.max(frame.shoulderWidth, 0.62 * frame.torso);
  const { torso } = frame;
  const natural = frame.hip.y - 0.26 * torso;
  const waist =
    border === null
      ? natural
      : clamp(
          Math.min(border - 0.03 * torso, natural),
          frame.neck.y + 0.5 * torso,
          frame.hip.y - 0.14 * torso,
        );
  const seat = fallAt(shape, shape.seat);
  const seatWidth = (seat.right - seat.left) * 1.03;
  const garmentSeat = Math.round(
    mix(rows.waist, rows.kind === 'trousers' ? rows.crotch : mix(rows.waist, rows.hem, 0.35), 0.75),
  );
  const garmentSeatWidth = (rows.right[garmentSeat] ?? 1) - (rows.left[garmentSeat] ?? 0);
  const scale = seatWidth / Math.max(1, garmentSeatWidth);
  const legs = frame.legs;
  const ankle = Math.max(legs.left.end.y, legs.right.end.y);
  const crotch = shape.crotch;

  let hem: number;
  if (rows.kind === 'trousers') {
    const inseam = (rows.hem - rows.crotch) * scale * drape.length;
    const leg = ankle - crotch;
    // Long trousers end at the ankle; shorts where their proportions put them.
    hem = inseam > 0.68 * leg ? crotch + leg * clamp(inseam / leg, 0.93, 1.035) : crotch + inseam;
  } else {
    hem = waist + (rows.hem - rows.waist) * scale * drape.length;
    hem = clamp(hem, crotch + 0.12 * torso, ankle - 0.05 * torso);
  }

  const toRow = (y: number): number => {
    if (rows.kind === 'skirt') return mix(waist, hem, (y - rows.waist) / (rows.hem - rows.waist));
    if (y < rows.crotch)
      return mix(waist, crotch, (y - rows.waist) / (rows.crotch - rows.waist || 1));
    return mix(crotch, hem, (y - rows.crotch) / (rows.hem - rows.crotch || 1));
  };
  const edge = (y: number): Row => {
    const ty = toRow(y);
    const trunk = fallAt(shape, Math.min(ty, crotch));
    const gl = rows.left[Math.round(y)] ?? rows.left[rows.hem] ?? 0;
    const gr = rows.right[Math.round(y)] ?? rows.right[rows.hem] ?? 0;
    const centre = (trunk.left + trunk.right) / 2;
    const half = ((trunk.right - trunk.left) / 2) * 1.02 + 0.008 * sw;
    const sway = drape.sway * sw * clamp((ty - waist) / (hem - waist), 0, 1) ** 2;
    if (rows.kind === 'skirt') {
      const own = ((gr - gl) / 2) * scale * drape.ease;
      const below = smoothstep(frame.hip.y - 0.05 * torso, crotch, ty);
      let wide = Math.max(half, mix(Math.min(own, half * 1.06), own, below));
      if (ty > crotch) {
        const reach = Math.max(
          legAt(legs.right, ty) -
            centre +
            0.2 * sw * mix(1, 0.6, clamp((ty - crotch) / (ankle - crotch), 0, 1)),
          centre -
            legAt(legs.left, ty) +
            0.2 * sw * mix(1, 0.6, clamp((ty - crotch) / (ankle - crotch), 0, 1)),
        );
        const hips = ((seat.right - seat.left) / 2) * 1.02;
        wide = Math.max(Math.min(wide, hips * 1.9), Math.min(reach, hips * 1.1), own * 0.8);
      }
      const mid =
        ty > crotch ? mix(centre, (legAt(legs.left, ty) + legAt(legs.right, ty)) / 2, 0.5) : centre;
      return { left: mid - wide + sway, right: mid + wide + sway, innerLeft: mid, innerRight: mid };
    }
    const fork = (legAt(legs.left, crotch) + legAt(legs.right, crotch)) / 2;
    const upper: Row = {
      left: centre - half,
      right: centre + half,
      innerLeft: mix(centre, fork, smoothstep(waist, crotch, ty)),
      innerRight: mix(centre, fork, smoothstep(waist, crotch, ty)),
    };
    if (ty <= crotch) return upper;
    const t = clamp((ty - crotch) / (ankle - crotch), 0, 1.1);
    const usual = mix(0.235, 0.115, Math.min(1, t ** 0.8)) * sw;
    const divide = (legAt(legs.left, ty) + legAt(legs.right, ty)) / 2;
    const leg = (side: -1 | 1): { outer: number; inner: number } => {
      const limb = side < 0 ? legs.left : legs.right;
      const x = legAt(limb, ty);
      // At the ankle the run is the foot's, not the leg's.
      const seen = ty < ankle - 0.12 * torso ? legsSeen : null;
      const run = seen ? legRun(seen, x, ty, usual, divide, side) : null;
      const own =
        side < 0
          ? (rows.innerLeft[Math.round(y)] ?? 0) - gl
          : gr - (rows.innerRight[Math.round(y)] ?? 0);
      const middle = run
        ? clamp((run.left + run.right) / 2, x - 0.35 * usual, x + 0.35 * usual)
        : x;
      const bare = run ? clamp((run.right - run.left) / 2, 0.6 * usual, 1.25 * usual) : usual;
      const widest = Math.max(bare * 2.3, 0.22 * sw);
      const width = clamp((own / 2) * scale * drape.ease, bare * 1.06 + 1.5, widest);
      // Thighs that touch leave no gap for the ground to be seen through.
      const touching =
        run !== null && (side < 0 ? run.right >= divide - 1 : run.left <= divide + 1);
      const inner = touching ? divide : middle - side * width;
      return {
        outer: middle + side * width + sway,
        inner: (side < 0 ? Math.min(inner, divide) : Math.max(inner, divide)) + sway,
      };
    };
    const a = leg(-1);
    const b = leg(1);
    const soft = smoothstep(crotch, crotch + 0.32 * torso, ty);
    return {
      left: mix(upper.left, a.outer, soft),
      right: mix(upper.right, b.outer, soft),
      innerLeft: mix(fork, a.inner, soft),
      innerRight: mix(fork, b.inner, soft),
    };
  };

  const step = 6;
  const list: number[] = [];
  for (let y = rows.waist; y < rows.hem; y += step) list.push(y);
  list.push(rows.hem);
  let edges = list.map(edge);
  // Edges are read off a picture: a little averaging along the leg takes their steps away.
  for (let round = 0; round < 6; round++) {
    edges = edges.map((e, i) => {
      const p = edges[i - 1];
      const n = edges[i + 1];
      if (!p || !n) return e;
      const mean = (key: keyof Row) => (p[key] + 2 * e[key] + n[key]) / 4;
      return {
        left: mean('left'),
        right: mean('right'),
        innerLeft: mean('innerLeft'),
        innerRight: mean('innerRight'),
      };
    });
  }
  const parts = 8;
  const vertices = (k: number, side: -1 | 1): Vertex[] => {
    const y = list[k]!;
    const row = Math.round(y);
    const e = edges[k]!;
    const gl = rows.left[row] ?? 0;
    const gr = rows.right[row] ?? 0;
    const [so, si] =
      side < 0 ? [gl - 1, rows.innerLeft[row] ?? gl] : [gr + 1, rows.innerRight[row] ?? gr];
    const [to, ti] = side < 0 ? [e.left, e.innerLeft] : [e.right, e.innerRight];
    const margin = rows.kind === 'trousers' && row >= rows.crotch ? -side : 0;
    return Array.from({ length: parts + 1 }, (_, p) => ({
      from: { x: mix(so, si + margin, p / parts), y },
      to: { x: mix(to, ti, p / parts), y: toRow(y) } satisfies Point,
    }));
  };
  for (const side of [-1, 1] as const) {
    for (let k = 0; k + 1 < list.length; k++) {
      const a = vertices(k, side);
      const b = vertices(k + 1, side);
      for (let p = 0; p < parts; p++) {
        drawTriangle(source, target, a[p]!, a[p + 1]!, b[p]!);
        drawTriangle(source, target, a[p + 1]!, b[p + 1]!, b[p]!);
      }
    }
  }
  return { waist, hem };
}
