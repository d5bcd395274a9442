import { type BodyShape, edgesAt, fallAt } from './body-shape.ts';
import type { Frame } from './frame.ts';
import { clamp, mix, type Point, smoothstep } from './image.ts';
import { drawTriangle, type Layer, type Vertex } from './mesh.ts';
import type { Drape } from './random.ts';
import { alongStrip, place, project, type SleeveShape } from './sleeve-shape.ts';
import { LEFT_SLEEVE, RIGHT_SLEEVE, type TopLandmarks, TRUNK } from './top-landmarks.ts';
import { thinPlate } from './tps.ts';

export interface TopFit {
  /** The lowest row of the garment on the body. */
  hem: number;
  /** Takes a point of the garment's trunk to the body. */
  trunk: (p: Point) => Point;
  /** Where the neckline's ends and its lowest point come to lie. */
  neckline: { left: Point; right: Point; bottom: Point };
  /** Garment pixels to body pixels. */
  scale: number;
  /** How far the sleeves reach along the arms, as a share of the arm; 0 without sleeves. */
  sleeveReach: number;
}

const STEP = 8;

/** The height of the shoulder's contour in a column; beyond the tip it goes on falling. */
export function onShoulder(shape: BodyShape, side: 'left' | 'right', x: number): number {
  const n = shape.neck[side];
  const t = shape.tip[side];
  const heights = shape.contour[side];
  const u = clamp((x - n.x) / (t.x - n.x || 1), 0, 1.15) * (heights.length - 1);
  const i = Math.min(heights.length - 2, Math.floor(u));
  return heights[i]! + (heights[i + 1]! - heights[i]!) * (u - i);
}

/** Plans where every part of the garment's trunk goes. `oldHem` is where the worn top ends, if known. */
export function fitTop(
  marks: TopLandmarks,
  shape: BodyShape,
  frame: Frame,
  drape: Drape,
  isDress: boolean,
  oldHem: number | null,
  height: number,
): TopFit {
  const sw = frame.shoulderWidth;
  const { armpit, shoulder, neckline } = marks;
  const sleeved = marks.sleeves.left !== null || marks.sleeves.right !== null;
  const bodyPit = shape.armpit.right.x - shape.armpit.left.x;
  const bodyTip = shape.tip.right.x - shape.tip.left.x;
  const pit = armpit.right.x - armpit.left.x;
  const tips = shoulder.right.x - shoulder.left.x;
  const byPit = (bodyPit * 1.05) / pit;
  const scale = sleeved ? (byPit + (bodyTip * 1.06) / tips) / 2 : byPit;

  const from: Point[] = [];
  const to: Point[] = [];
  const pair = (a: Point, b: Point) => {
    from.push(a);
    to.push(b);
  };

  const pitY = (shape.armpit.left.y + shape.armpit.right.y) / 2;
  const garmentPitY = (armpit.left.y + armpit.right.y) / 2;
  const drop = marks.hem - garmentPitY;
  let hem = pitY + drop * scale * drape.length;
  if (!isDress) {
    const least = frame.neck.y + 0.78 * frame.torso;
    const tunic = frame.hip.y + 0.16 * frame.torso;
    if (hem > tunic) hem = tunic + 0.45 * (hem - tunic);
    hem = clamp(hem, least, frame.hip.y + 0.36 * frame.torso);
    // A hem near the worn one is drawn out to cover it: nobody wears two tops by an inch.
    if (oldHem !== null && oldHem > hem - 0.1 * frame.torso && oldHem - hem < 0.25 * frame.torso) {
      hem = Math.max(hem, oldHem + 0.02 * frame.torso * drape.length);
    }
  } else {
    const feet = Math.max(frame.legs.left.end.y, frame.legs.right.end.y);
    hem = clamp(hem, frame.hip.y + 0.45 * frame.torso, feet - 0.02 * frame.torso);
  }
  const rowTo = (y: number): number => pitY + ((y - garmentPitY) / drop) * (hem - pitY);

  // Neck, shoulders, armpits.
  const collar = marks.collar;
  const neckHalf = collar ? collar.half : (neckline.right.x - neckline.left.x) / 2;
  const wanted = collar
    ? shape.neckHalf * 1.06
    : clamp(neckHalf * scale, shape.neckHalf * 1.1, 0.82 * (bodyTip / 2));
  const neckPoints: { left: Point; right: Point } = {
    left: { x: frame.neck.x - wanted, y: 0 },
    right: { x: frame.neck.x + wanted, y: 0 },
  };
  for (const side of ['left', 'right'] as const) {
    const sign = side === 'left' ? -1 : 1;
    const target = neckPoints[side];
    target.y = onShoulder(shape, side, target.x) - 0.008 * sw;
    const source = collar ? { x: marks.axis + sign * collar.half, y: collar.base } : neckline[side];
    const tip = shape.tip[side];
    // Sleeves laid straight down begin farther in than those that are spread.
    const reach = sleeved ? mix(-0.035, 0.03, spreadOf(marks, side)) * sw : 0;
    const end = {
      x: tip.x + sign * reach,
      y: onShoulder(shape, side, tip.x + sign * reach) - 0.006 * sw,
    };
    if (!sleeved) {
      // A strap ends where its own width puts it, on the shoulder's contour.
      const own = Math.abs(shoulder[side].x - marks.axis) * scale;
      const x =
        frame.neck.x + sign * clamp(own, wanted + 0.06 * sw, Math.abs(tip.x - frame.neck.x));
      end.x = x;
      end.y = onShoulder(shape, side, x) - 0.008 * sw;
    }
    pair(source, target);
    pair(shoulder[side], end);
    const half = { x: mix(source.x, shoulder[side].x, 0.5), y: 0 };
    half.y = mix(source.y, shoulder[side].y, 0.5);
    const middleX = mix(target.x, end.x, 0.5);
    const sag = onShoulder(shape, side, middleX) - 0.008 * sw;
    pair(half, { x: middleX, y: sag });
    const edge = shape.armpit[side];
    pair(armpit[side], { x: edge.x + sign * 0.02 * sw * drape.ease, y: edge.y });
    const sleeve = marks.sleeves[side];
    if (sleeve) {
      // The crown of the sleeve lies on the upper arm; left alone it would stand off like a pad.
      const arm = shape.arms[side];
      const along = sleeveLength(sleeve, shape, side, scale, drape) / sleeve.length;
      const s = Math.min(0.32 * sleeve.length, 0.6 * seamLength(marks, side));
      const wide = alongStrip(sleeve.half, sleeve.length, s);
      const edges = [wide, -wide].map((t) => place(sleeve.path, { s, t }));
      const upper = sign * (edges[0]!.x - edges[1]!.x) > 0 ? 0 : 1;
      const t = upper === 0 ? 1 : -1;
      const k = Math.min(arm.radius.length - 1, 4);
      const grown = clamp(wide * scale * 0.92, arm.radius[k]! * 1.1, arm.radius[k]! * 1.7);
      pair(edges[upper]!, place(arm.path, { s: s * along, t: t * grown }));
    }
    if (collar) {
      const lift = Math.min((collar.base - collar.top) * scale, 0.75 * (target.y - frame.chin));
      pair(
        { x: source.x, y: collar.top },
        { x: frame.neck.x + sign * shape.neckHalf * 1.02, y: target.y - lift },
      );
    }
  }
  const neckY = (neckPoints.left.y + neckPoints.right.y) / 2;
  const neckSource = {
    x: (neckline.left.x + neckline.right.x) / 2,
    y: (neckline.left.y + neckline.right.y) / 2 + neckline.depth,
  };
  const depth = clamp(neckline.depth * scale * 1.02, 0.05 * sw, pitY + 0.12 * frame.torso - neckY);
  const bottom = { x: frame.neck.x, y: neckY + Math.max(depth, 0.09 * sw) };
  if (!collar) pair(neckSource, bottom);

  // The sides, down to the hem.
  const rows = isDress ? 10 : 7;
  const usable = marks.hem - 0.02 * drop;
  let widest = 0;
  for (let k = 1; k <= rows; k++) {
    const y = mix(garmentPitY, usable, k / rows);
    const target = rowTo(y);
    const row = Math.round(y);
    const l = marks.left[row] ?? armpit.left.x;
    const r = marks.right[row] ?? armpit.right.x;
    const level = Math.min(target, frame.hip.y + 0.45 * frame.torso);
    const body = isDress ? fallAt(shape, level) : edgesAt(shape, level);
    const cx = (body.left + body.right) / 2;
    const bodyHalf = (body.right - body.left) / 2;
    const below = smoothstep(frame.hip.y, frame.hip.y + 0.25 * frame.torso, target);
    let half = ((r - l) / 2) * scale * drape.ease;
    half = Math.max(half, bodyHalf * 1.03 + 0.012 * sw);
    if (!isDress) half = Math.min(half, bodyHalf * 1.24);
    else {
      half = Math.min(half, bodyHalf * mix(1.22, 2.4, below));
      // From the hips on a skirt hangs: it never turns inward again with the thighs.
      if (target > shape.waist) half = widest = Math.max(half, widest);
    }
    const sway = drape.sway * sw * (k / rows) ** 2;
    pair({ x: l, y }, { x: cx - half + sway, y: target });
    pair({ x: r, y }, { x: cx + half + sway, y: target });
    if (k % 2 === 0) pair({ x: (l + r) / 2, y }, { x: cx + sway, y: target });
  }
  return {
    hem: Math.min(hem, height),
    trunk: thinPlate(from, to, 0.0004),
    neckline: { ...neckPoints, bottom },
    scale,
    sleeveReach: Math.max(
      ...(['left', 'right'] as const).map((side) => {
        const sleeve = marks.sleeves[side];
        return sleeve
          ? sleeveLength(sleeve, shape, side, scale, drape) / shape.arms[side].length
          : 0;
      }),
    ),
  };
}

/** How long a sleeve is on the arm. Long ones end at the wrist whatever their picture's proportions. */
function sleeveLength(
  sleeve: SleeveShape,
  shape: BodyShape,
  side: 'left' | 'right',
  scale: number,
  drape: Drape,
): number {
  const arm = shape.arms[side];
  const length = sleeve.length * scale * drape.length;
  const ratio = length / arm.length;
  return ratio > 0.74 ? arm.length * clamp(ratio, 0.94, 1.0) : length;
}

/** 0 for a sleeve that hangs straight down in the picture, 1 for one at 30 degrees or more. */
function spreadOf(marks: TopLandmarks, side: 'left' | 'right'): number {
  const path = marks.sleeves[side]?.path;
  const a = path?.[0];
  const b = path?.[path.length - 1];
  if (!a || !b) return 1;
  return smoothstep(0.2, 0.55, Math.abs(b.x - a.x) / Math.max(1, b.y - a.y));
}

/** From the shoulder's tip to the armpit, in garment pixels. */
function seamLength(marks: TopLandmarks, side: 'left' | 'right'): number {
  const a = marks.armpit[side];
  const b = marks.shoulder[side];
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Takes a point of a sleeve to the arm, blending from the trunk's own movement at the seam. */
function sleeveMap(
  marks: TopLandmarks,
  sleeve: SleeveShape,
  side: 'left' | 'right',
  shape: BodyShape,
  fit: TopFit,
  drape: Drape,
): (p: Point) => Point {
  const arm = shape.arms[side];
  const start = sleeve.path[0]!;
  const joint = fit.trunk(start);
  const length = sleeveLength(sleeve, shape, side, fit.scale, drape);
  // The arm's path begins at the shoulder joint; the seam's middle is moved onto it.
  const path = arm.path.slice();
  const ease = 6;
  const offset = { x: joint.x - path[0]!.x, y: joint.y - path[0]!.y };
  for (let i = 0; i < ease; i++) {
    const share = (1 - i / ease) ** 2;
    path[i] = { x: path[i]!.x + offset.x * share, y: path[i]!.y + offset.y * share };
  }
  const along = length / sleeve.length;
  const blend = Math.min(0.5 * sleeve.length, 1.1 * seamLength(marks, side));
  return (p) => {
    const own = project(sleeve.path, p);
    const s = own.s * along;
    const half = alongStrip(sleeve.half, sleeve.length, own.s);
    const f = clamp(s / arm.length, 0, 1) * (arm.radius.length - 2);
    const i = Math.floor(f);
    const radius = mix(arm.radius[i]!, arm.radius[Math.min(i + 1, arm.radius.length - 1)]!, f - i);
    const wanted = clamp(half * fit.scale * 0.92, radius * 1.12 + 1.5, radius * 2.1);
    const on = place(path, { s, t: (own.t * wanted) / Math.max(2, half) });
    const base = fit.trunk(p);
    const w = smoothstep(0, blend, own.s);
    return { x: mix(base.x, on.x, w), y: mix(base.y, on.y, w) };
  };
}

/** Draws the trunk into one layer and the sleeves into another, which lies in front of the arms. */
export function drawTop(
  source: Layer,
  marks: TopLandmarks,
  shape: BodyShape,
  fit: TopFit,
  drape: Drape,
  trunk: Layer,
  sleeves: Layer,
): void {
  const { width, height } = source;
  const seam = seamOverlap(marks, width, height);
  drawPart(source, seam, TRUNK, fit.trunk, trunk);
  for (const [side, bit] of [
    ['left', LEFT_SLEEVE],
    ['right', RIGHT_SLEEVE],
  ] as const) {
    const sleeve = marks.sleeves[side];
    if (!sleeve) continue;
    drawPart(source, marks.labels, bit, sleeveMap(marks, sleeve, side, shape, fit, drape), sleeves);
  }
}

/** The labels with the trunk drawn on a few pixels into the sleeves, so that no seam opens between. */
function seamOverlap(marks: TopLandmarks, width: number, height: number): Uint8Array {
  const out = marks.labels.slice();
  for (const side of ['left', 'right'] as const) {
    const sign = side === 'left' ? -1 : 1;
    const a = marks.armpit[side];
    const b = marks.shoulder[side];
    for (let y = Math.max(0, Math.floor(b.y - 12)); y < Math.min(height, a.y); y++) {
      const t = clamp((a.y - y) / Math.max(1, a.y - b.y), 0, 1);
      const x0 = Math.round(mix(a.x, b.x, t));
      for (let k = 0; k < 7; k++) {
        const x = x0 + sign * k;
        if (x >= 0 && x < width) out[y * width + x] = out[y * width + x]! | TRUNK;
      }
    }
  }
  return out;
}

function drawPart(
  source: Layer,
  labels: Uint8Array,
  bit: number,
  map: (p: Point) => Point,
  target: Layer,
): void {
  const { width, height } = source;
  const columns = Math.ceil(width / STEP);
  const cache = new Map<number, Vertex>();
  const vertex = (c: number, r: number): Vertex => {
    const key = r * (columns + 2) + c;
    const known = cache.get(key);
    if (known) return known;
    const from = { x: c * STEP, y: r * STEP };
    const made = { from, to: map(from) };
    cache.set(key, made);
    return made;
  };
  for (let r = 0; r * STEP < height; r++) {
    for (let c = 0; c * STEP < width; c++) {
      if (!touches(source, labels, bit, c * STEP, r * STEP)) continue;
      const a = vertex(c, r);
      const b = vertex(c + 1, r);
      const d = vertex(c, r + 1);
      const e = vertex(c + 1, r + 1);
      drawTriangle(source, target, a, b, d, labels, bit);
      drawTriangle(source, target, b, e, d, labels, bit);
    }
  }
}

function touches(source: Layer, labels: Uint8Array, bit: number, x0: number, y0: number): boolean {
  for (let y = Math.max(0, y0 - 1); y <= Math.min(source.height - 1, y0 + STEP + 1); y++) {
    for (let x = Math.max(0, x0 - 1); x <= Math.min(source.width - 1, x0 + STEP + 1); x++) {
      const i = y * source.width + x;
      if (source.alpha[i]! > 0 && (labels[i]! & bit) !== 0) return true;
    }
  }
  return false;
}
