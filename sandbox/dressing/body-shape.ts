import type { Frame, Limb } from './frame.ts';
import { clamp, type Mask, mix, type Point } from './image.ts';

/** The outline of the trunk in one row. */
export interface Edges {
  left: number;
  right: number;
}

export interface ArmShape {
  /** From the shoulder to the wrist and a little beyond, evenly spaced. */
  path: Point[];
  /** Half of the arm's thickness at each point of the path. */
  radius: number[];
  /** Pixels from the shoulder to the wrist along the path. */
  length: number;
}

export interface BodyShape {
  /** The trunk's edges for every row of the picture from `top` on; hips and thighs included. */
  edges: Edges[];
  /** The same without the dents and bulges of what is worn: for cloth that falls past them. */
  calm: Edges[];
  top: number;
  /** Where neck and shoulder meet, the tip of the shoulder, and the armpit, by side. */
  neck: { left: Point; right: Point };
  tip: { left: Point; right: Point };
  armpit: { left: Point; right: Point };
  neckHalf: number;
  /** The shoulders' upper contour from neck to tip, as heights at equal steps. */
  contour: { left: number[]; right: number[] };
  arms: { left: ArmShape; right: ArmShape };
  /** Rows of the natural waist, the hips' widest part and the crotch. */
  waist: number;
  seat: number;
  crotch: number;
}

const median = (values: number[]): number => {
  const sorted = values.slice().sort((p, q) => p - q);
  return sorted[sorted.length >> 1] ?? 0;
};

function smoothSeries(values: number[], radius: number): number[] {
  const middle = values.map((_, i) =>
    median(values.slice(Math.max(0, i - radius), i + radius + 1)),
  );
  return middle.map((_, i) => {
    const part = middle.slice(Math.max(0, i - radius), i + radius + 1);
    return part.reduce((sum, v) => sum + v, 0) / part.length;
  });
}

function inside(mask: Mask, x: number, y: number): boolean {
  const px = Math.round(x);
  const py = Math.round(y);
  if (px < 0 || py < 0 || px >= mask.width || py >= mask.height) return false;
  return mask.data[py * mask.width + px] !== 0;
}

/** Half-widths of an ordinary trunk in shoulder widths, by height (0 shoulders, 1 hips). */
export function profile(t: number): number {
  const points: [number, number][] = [
    [0, 0.56],
    [0.25, 0.5],
    [0.62, 0.44],
    [1, 0.53],
    [1.2, 0.55],
    [1.6, 0.52],
  ];
  for (let k = 1; k < points.length; k++) {
    const [t0, v0] = points[k - 1]!;
    const [t1, v1] = points[k]!;
    if (t <= t1) return mix(v0, v1, clamp((t - t0) / (t1 - t0), 0, 1));
  }
  return 0.52;
}

/** Walks the trunk's rows outward from the middle until the ground or the bare skin of an arm. */
function walkEdges(
  frame: Frame,
  person: Mask,
  armSkin: Mask,
  top: number,
  bottom: number,
): Edges[] {
  const unit = Math.max(frame.shoulderWidth, 0.62 * frame.torso);
  const left: number[] = [];
  const right: number[] = [];
  for (let y = top; y < bottom; y++) {
    const t = (y - frame.neck.y) / frame.torso;
    const cx = mix(frame.neck.x, frame.hip.x, clamp(t, 0, 1.1));
    const usual = profile(t) * unit;
    for (const [side, out] of [
      [-1, left],
      [1, right],
    ] as const) {
      let w = 0.55 * usual;
      while (w < 1.4 * usual && inside(person, cx + side * w, y)) {
        if (w > 0.75 * usual && t < 1.25 && inside(armSkin, cx + side * w, y)) break;
        w++;
      }
      out.push(cx + side * clamp(w, 0.72 * usual, 1.35 * usual));
    }
  }
  const radius = Math.max(2, Math.round(frame.torso * 0.035));
  const l = smoothSeries(left, radius);
  const r = smoothSeries(right, radius);
  return l.map((value, i) => {
    // A side that falls in by more than a turn of the body explains was lost to the ground.
    const t = (top + i - frame.neck.y) / frame.torso;
    const cx = mix(frame.neck.x, frame.hip.x, clamp(t, 0, 1.1));
    const a = cx - value;
    const b = r[i]! - cx;
    return { left: cx - Math.max(a, 0.9 * b), right: cx + Math.max(b, 0.9 * a) };
  });
}

/** The arm's middle line and thickness, read off the outline where it stands free. */
export function traceArm(limb: Limb, root: Point, person: Mask, sw: number): ArmShape {
  const stops = [root, limb.joint, limb.end];
  const far = {
    x: limb.end.x + (limb.end.x - limb.joint.x) * 0.15,
    y: limb.end.y + (limb.end.y - limb.joint.y) * 0.15,
  };
  const raw: Point[] = [];
  const per = 14;
  for (const [a, b] of [
    [stops[0]!, stops[1]!],
    [stops[1]!, stops[2]!],
  ] as const) {
    for (let k = 0; k < per; k++)
      raw.push({ x: mix(a.x, b.x, k / per), y: mix(a.y, b.y, k / per) });
  }
  raw.push(limb.end, far);
  // Two rounds of averaging round the elbow's corner off.
  let path = raw;
  for (let round = 0; round < 6; round++) {
    path = path.map((p, i) => {
      const q = path[i - 1];
      const r = path[i + 1];
      return q && r ? { x: (q.x + 2 * p.x + r.x) / 4, y: (q.y + 2 * p.y + r.y) / 4 } : p;
    });
  }
  const shifts: number[] = [];
  const radius: number[] = [];
  path.forEach((p, i) => {
    const q = path[Math.min(i + 1, path.length - 1)]!;
    const o = path[Math.max(0, i - 1)]!;
    const d = Math.hypot(q.x - o.x, q.y - o.y) || 1;
    const nx = -(q.y - o.y) / d;
    const ny = (q.x - o.x) / d;
    const t = i / (path.length - 2);
    const usual = mix(0.125, 0.07, clamp(t, 0, 1)) * sw;
    let a = 0;
    while (a < 2 * usual && inside(person, p.x + nx * a, p.y + ny * a)) a++;
    let b = 0;
    while (b < 2 * usual && inside(person, p.x - nx * b, p.y - ny * b)) b++;
    const free = a < 2 * usual && b < 2 * usual && a + b > usual;
    shifts.push(free ? clamp((a - b) / 2, -0.6 * usual, 0.6 * usual) : 0);
    radius.push(free ? clamp((a + b) / 2, 0.7 * usual, 1.5 * usual) : usual);
  });
  const shift = smoothSeries(shifts, 3);
  const moved = path.map((p, i) => {
    const q = path[Math.min(i + 1, path.length - 1)]!;
    const o = path[Math.max(0, i - 1)]!;
    const d = Math.hypot(q.x - o.x, q.y - o.y) || 1;
    const ease = clamp(i / 5, 0, 1);
    return {
      x: p.x - ((q.y - o.y) / d) * shift[i]! * ease,
      y: p.y + ((q.x - o.x) / d) * shift[i]! * ease,
    };
  });
  let length = 0;
  for (let i = 1; i < moved.length - 1; i++) {
    length += Math.hypot(moved[i]!.x - moved[i - 1]!.x, moved[i]!.y - moved[i - 1]!.y);
  }
  return { path: moved, radius: smoothSeries(radius, 3), length };
}

/** The topmost pixel of the outline in a column, looking up from a point on the shoulder. */
function contourAbove(person: Mask, x: number, from: number, limit: number): number {
  let y = from;
  while (y > from - limit && inside(person, x, y)) y--;
  return y;
}

const CONTOUR_STEPS = 8;

/** The contour from the neck's side to the shoulder's tip; where hair hides it, as most shoulders run. */
function shoulderContour(
  person: Mask,
  head: Mask,
  frame: Frame,
  tip: Point,
  neckHalf: number,
  side: -1 | 1,
): number[] {
  const sw = frame.shoulderWidth;
  const inner = frame.neck.x + side * neckHalf * 1.06;
  const seen: (number | null)[] = [];
  for (let k = 0; k <= CONTOUR_STEPS; k++) {
    const x = mix(inner, tip.x, k / CONTOUR_STEPS);
    const y = contourAbove(person, x, frame.neck.y + 0.03 * sw, 0.4 * sw);
    const hidden = inside(head, x, y + 3) || y < frame.neck.y - 0.36 * sw;
    seen.push(k === 0 || hidden ? null : y);
  }
  const known = seen.flatMap((y, k) => (y === null || k < 2 ? [] : [{ k, y }]));
  const middle = known.find(({ k }) => k >= 4 && k <= 5);
  const rise = middle ? clamp(2.1 * (tip.y - middle.y), 0.07 * sw, 0.23 * sw) : 0.14 * sw;
  const heights = seen.map((y, k) => {
    const u = k / CONTOUR_STEPS;
    const usual = tip.y - rise * (1 - u) ** 1.15;
    return y === null ? usual : clamp(y, usual - 0.05 * sw, usual + 0.04 * sw);
  });
  heights[0] = Math.min(heights[0]!, heights[1]! - 0.01 * sw);
  return smoothSeries(heights, 1);
}

export function measureBody(frame: Frame, person: Mask, skin: Mask, head: Mask): BodyShape {
  const sw = frame.shoulderWidth;
  const { torso } = frame;
  const top = Math.max(0, Math.round(frame.neck.y));
  const bottom = Math.min(person.height, Math.round(frame.hip.y + 0.75 * torso));
  const edges = walkEdges(frame, person, skin, top, bottom);
  const edgeAt = (y: number): Edges =>
    edges[clamp(Math.round(y) - top, 0, edges.length - 1)] ?? {
      left: frame.neck.x,
      right: frame.neck.x,
    };

  const side = (s: -1 | 1) => {
    const kp = s < 0 ? frame.shoulders.left : frame.shoulders.right;
    const reach = 0.3 * sw;
    const above = contourAbove(person, kp.x, kp.y, reach);
    const lift = clamp(kp.y - above, 0.07 * sw, 0.22 * sw);
    let out = 0;
    while (out < 0.32 * sw && inside(person, kp.x + s * out, kp.y + 0.06 * sw)) out++;
    const tip = { x: kp.x + s * clamp(out * 0.5, 0.03 * sw, 0.11 * sw), y: 0 };
    const atTip = contourAbove(person, tip.x, kp.y + 0.05 * sw, reach);
    tip.y = clamp(atTip, kp.y - lift * 1.1, kp.y - 0.02 * sw);
    const armpitY = kp.y + 0.235 * torso;
    const edge = edgeAt(armpitY);
    return { tip, armpit: { x: s < 0 ? edge.left : edge.right, y: armpitY } };
  };
  const left = side(-1);
  const right = side(1);
  const level = (left.tip.y - frame.shoulders.left.y + right.tip.y - frame.shoulders.right.y) / 2;
  left.tip.y = mix(left.tip.y, frame.shoulders.left.y + level, 0.6);
  right.tip.y = mix(right.tip.y, frame.shoulders.right.y + level, 0.6);

  let half = 0;
  const throat = frame.chin + 0.45 * (frame.neck.y - frame.chin);
  for (const s of [-1, 1]) {
    let w = 0;
    while (w < 0.4 * sw && inside(skin, frame.neck.x + s * w, throat)) w++;
    half += w / 2;
  }
  const neckHalf = clamp(half, 0.16 * sw, 0.235 * sw);
  const one = shoulderContour(person, head, frame, left.tip, neckHalf, -1);
  const two = shoulderContour(person, head, frame, right.tip, neckHalf, 1);
  // A side that lies lower than the other was lost to the ground or hidden by hair.
  const rises = one.map((y, k) => Math.max(left.tip.y - y, right.tip.y - two[k]!));
  const contour = {
    left: rises.map((rise) => left.tip.y - rise),
    right: rises.map((rise) => right.tip.y - rise),
  };
  const neckPoint = (s: -1 | 1, heights: number[]): Point => ({
    x: frame.neck.x + s * neckHalf * 1.06,
    y: heights[0]!,
  });
  const wide = Math.round(0.14 * torso);
  const calmLeft = smoothSeries(
    edges.map((e) => e.left),
    wide,
  );
  const calmRight = smoothSeries(
    edges.map((e) => e.right),
    wide,
  );
  return {
    edges,
    calm: calmLeft.map((l, i) => ({ left: l, right: calmRight[i]! })),
    top,
    neck: { left: neckPoint(-1, contour.left), right: neckPoint(1, contour.right) },
    tip: { left: left.tip, right: right.tip },
    armpit: { left: left.armpit, right: right.armpit },
    neckHalf,
    contour,
    arms: {
      left: traceArm(frame.arms.left, frame.shoulders.left, person, sw),
      right: traceArm(frame.arms.right, frame.shoulders.right, person, sw),
    },
    waist: frame.neck.y + 0.66 * torso,
    seat: frame.hip.y + 0.08 * torso,
    crotch: frame.hip.y + 0.24 * torso,
  };
}

/**
 * The same body with the trunk no wider than most are: under a loose dress the outline says
 * nothing about it.
 */
export function slimmed(shape: BodyShape, frame: Frame): BodyShape {
  const unit = Math.max(frame.shoulderWidth, 0.62 * frame.torso);
  const limit = (e: Edges, i: number): Edges => {
    const t = (shape.top + i - frame.neck.y) / frame.torso;
    const cx = (e.left + e.right) / 2;
    const half = Math.min((e.right - e.left) / 2, 0.88 * profile(t) * unit);
    return { left: cx - half, right: cx + half };
  };
  return { ...shape, edges: shape.edges.map(limit), calm: shape.calm.map(limit) };
}

/** The calm edges below the waist, the exact ones above it, and a smooth way between. */
export function fallAt(shape: BodyShape, y: number): Edges {
  const i = clamp(Math.round(y) - shape.top, 0, shape.edges.length - 1);
  const t = clamp((y - shape.waist) / Math.max(1, shape.seat - shape.waist), 0, 1);
  const exact = shape.edges[i]!;
  const calm = shape.calm[i]!;
  return { left: mix(exact.left, calm.left, t), right: mix(exact.right, calm.right, t) };
}

/** The trunk's edges at any height; below and above what was measured the last ones hold. */
export function edgesAt(shape: BodyShape, y: number): Edges {
  const i = clamp(Math.round(y) - shape.top, 0, shape.edges.length - 1);
  return shape.edges[i]!;
}
