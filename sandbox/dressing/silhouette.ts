import { profile } from './body-shape.ts';
import { bodyCapsules, drawPolygon, type Frame } from './frame.ts';
import { separate } from './ground.ts';
import { createMask, type Mask, mix, type Point, smoothstep } from './image.ts';
import type { LabImage } from './lab.ts';
import { close, combine, components, distanceTo, fillHoles, open } from './mask-ops.ts';

/** How far from the ground's colour the edge of pale cloth is lost to it at most, in Lab units. */
const LOSABLE = 16;

/** The steepness of the faintest edge that is one, over two pixels. */
const FAINT = 2.7;

export interface Silhouette {
  person: Mask;
  /** The ground without the person. */
  ground: LabImage;
}

/**
 * A white top before a pale wall loses one side to the flood. A trunk is about symmetrical, so
 * the shorter side is drawn out to the strongest edge that lies about where the other side ends;
 * where there is no edge, the ground really begins there.
 */
function completeTrunk(
  person: Mask,
  distance: Float32Array,
  steep: Float32Array,
  frame: Frame,
): void {
  const { width } = person;
  const { neck, hip, torso } = frame;
  const sw = frame.shoulderWidth;
  const unit = Math.max(sw, 0.62 * torso);
  const from = Math.max(0, Math.round(neck.y - 0.17 * sw));
  const to = Math.min(person.height - 1, Math.round(hip.y + 0.15 * torso));
  const middle = (t: number): number => Math.round(mix(neck.x, hip.x, Math.min(1.1, t)));
  // How far each row is drawn out, by side: 0 for as it is.
  const left = new Int32Array(person.height);
  const right = new Int32Array(person.height);
  for (let y = from; y < to; y++) {
    const t = (y - neck.y) / torso;
    const cx = middle(t);
    const row = y * width;
    const slope = smoothstep(neck.y - 0.17 * sw, neck.y - 0.06 * sw, y);
    const sure = Math.round(
      t < 0.1 ? mix(0.2, 0.5, slope) * sw : profile(t) * unit * (t < 0.2 ? 0.75 : 0.9),
    );
    for (let d = 1; d <= sure; d++) {
      const a = row + cx - d;
      const b = row + cx + d;
      if (person.data[a] !== 0 || person.data[b] !== 0) person.data[a] = person.data[b] = 1;
    }
    if (t < 0.2) continue;
    const run = (side: number): number => {
      let d = 1;
      while (d < width / 2 && person.data[row + cx + side * d] !== 0) d++;
      return d;
    };
    const runs = [run(-1), run(1)] as const;
    const long = Math.max(...runs);
    if (long > 1.4 * profile(t) * unit || long < sure) continue;
    const side = runs[0] < runs[1] ? -1 : 1;
    const short = Math.min(...runs);
    // Cloth that is nothing like the ground ends where it ends: beyond it is the gap to an arm.
    const inner = row + cx + side * Math.max(1, short - 5);
    if (distance[inner]! > LOSABLE) continue;
    const edgeIn = (from: number, to: number) => {
      let best = { steep: 0, at: from };
      for (let d = Math.round(from); d < to; d++) {
        const s = steep[row + cx + side * d] ?? 0;
        if (s > best.steep) best = { steep: s, at: d };
      }
      return best;
    };
    const edge = edgeIn(short, 1.1 * long);
    // Nothing ends without an edge: cloth that faded into the wall goes on as on the other side.
    const faded = edgeIn(0.75 * short, short + 3).steep < FAINT;
    const faint = edgeIn(short + 3, 1.06 * long);
    if (edge.steep >= 5) (side < 0 ? left : right)[y] = edge.at;
    else if (faded) (side < 0 ? left : right)[y] = faint.steep >= FAINT ? faint.at : long;
  }
  for (let y = from; y < to; y++) {
    const at = y * width + middle((y - neck.y) / torso);
    const l = usual(left, y);
    const r = usual(right, y);
    if (l > 0) person.data.fill(1, at - l, at);
    if (r > 0) person.data.fill(1, at, at + r + 1);
  }
}

/** The median of the rows about `y`, or 0 where most are 0: single rows would make a comb of it. */
function usual(ends: Int32Array, y: number): number {
  const near = ends.slice(Math.max(0, y - 6), y + 7).sort();
  const first = near.findIndex((d) => d > 0);
  if (first < 0 || first * 2 > near.length) return 0;
  return near[(first + near.length) >> 1]!;
}

/** How far outside an area the edge around it is looked for, in pixels: it is blurred before it is read. */
const EDGE_REACH = 5;

/** The share of each area's outline that an edge runs along: about all where one thing ends at another. */
export function edgedShares(
  labels: Int32Array,
  sizes: number[],
  steep: Float32Array,
  width: number,
): number[] {
  const outline = new Int32Array(sizes.length);
  const edged = new Int32Array(sizes.length);
  const sides = [1, -1, width, -width];
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label === 0) continue;
    for (const step of sides) {
      if (labels[i + step] !== 0) continue;
      outline[label] = outline[label]! + 1;
      let k = 0;
      while (k <= EDGE_REACH && !(steep[i + k * step]! > 5)) k++;
      if (k <= EDGE_REACH) edged[label] = edged[label]! + 1;
    }
  }
  return sizes.map((_, label) => edged[label]! / Math.max(1, outline[label]!));
}

/**
 * A hand on the hip shuts in a piece of ground that no flood from the borders reaches. It is told
 * by its colour, by lying beside the trunk, off every bone, and by the edges of what shuts it in:
 * a shaded side of pale cloth passes into the rest of it without one.
 */
function openGaps(
  person: Mask,
  solid: Mask,
  distance: Float32Array,
  steep: Float32Array,
  frame: Frame,
): void {
  const { width, height } = person;
  const { neck, hip, torso } = frame;
  const unit = Math.max(frame.shoulderWidth, 0.62 * torso);
  const gap = createMask(width, height);
  const from = Math.round(neck.y + 0.3 * torso);
  for (let y = Math.max(0, from); y < Math.min(height, hip.y + 0.4 * torso); y++) {
    const t = (y - neck.y) / torso;
    const cx = mix(neck.x, hip.x, Math.min(1.1, t));
    const sure = 0.8 * profile(t) * unit;
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (person.data[i] === 0 || solid.data[i] !== 0 || Math.abs(x - cx) < sure) continue;
      if (distance[i]! < 6 && steep[i]! < 3.2) gap.data[i] = 1;
    }
  }
  const { labels, sizes } = components(open(gap, 2));
  const least = 0.02 * unit * unit;
  const edged = edgedShares(labels, sizes, steep, width);
  const shut = sizes.map((size, label) => label > 0 && size > least && edged[label]! > 0.4);
  for (let i = 0; i < labels.length; i++) gap.data[i] = shut[labels[i]!] ? 1 : 0;
  const rim = distanceTo(gap, true, 3);
  for (let i = 0; i < rim.length; i++) {
    if (rim[i]! < 1 || (rim[i]! < 3 && distance[i]! < LOSABLE)) person.data[i] = 0;
  }
}

/**
 * The person's outline against a plain ground. What lies on the bones is the person for sure;
 * what is far from every bone is not (seams of floor and wall, props).
 */
export function findSilhouette(lab: LabImage, frame: Frame): Silhouette {
  const { width, height } = lab;
  const solid = bodyCapsules(frame, width, height, {
    arm: 0.05,
    leg: 0.07,
    trunk: 0,
    head: 0.17,
    hand: 0,
  });
  const { ground, figure, distance, steep } = separate(
    lab,
    { darker: 14, brighter: 4, chroma: 4, barrier: 3.2, drift: { brighter: 7, darker: 26 } },
    solid,
  );
  const possible = bodyCapsules(frame, width, height, {
    arm: 0.42,
    leg: 0.45,
    trunk: 0.4,
    head: 0.62,
    hand: 0.34,
  });
  const { left, right } = frame.legs;
  const beside = (p: Point, by: number): Point => ({ x: p.x + by * frame.shoulderWidth, y: p.y });
  // A skirt stands off widest about the knees.
  drawPolygon(possible, [
    beside(left.root, -0.3),
    beside(right.root, 0.3),
    beside(right.joint, 0.6),
    beside(right.end, 0.3),
    beside(left.end, -0.3),
    beside(left.joint, -0.6),
  ]);
  const clipped = combine(figure, possible, (a, b) => a && b);
  completeTrunk(clipped, distance, steep, frame);
  const closed = fillHoles(close(clipped, 2), 60);
  openGaps(closed, solid, distance, steep, frame);
  const { labels } = components(closed);
  const trunk =
    labels[Math.round((frame.neck.y + frame.hip.y) / 2) * width + Math.round(frame.hip.x)]!;
  for (let i = 0; i < labels.length; i++) closed.data[i] = labels[i] === trunk ? 1 : 0;
  return { person: closed, ground };
}
