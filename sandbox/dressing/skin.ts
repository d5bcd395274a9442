import { boxBlur } from './filters.ts';
import type { Frame } from './frame.ts';
import { createMask, type Mask, type Point } from './image.ts';
import type { LabImage } from './lab.ts';

export interface Colour {
  L: number;
  a: number;
  b: number;
}

export interface Skin {
  mask: Mask;
  /** The colour of the face and of the limbs where they are bare. */
  tone: Colour;
}

const median = (values: number[]): number => {
  values.sort((p, q) => p - q);
  return values[values.length >> 1] ?? 0;
};

/** The median colour in a disc, or null where less than a fifth of it is inside `area`. */
export function sample(lab: LabImage, area: Mask, centre: Point, radius: number): Colour | null {
  const L: number[] = [];
  const a: number[] = [];
  const b: number[] = [];
  let seen = 0;
  const r = Math.max(1, Math.round(radius));
  for (let dy = -r; dy <= r; dy++) {
    for (let dx = -r; dx <= r; dx++) {
      if (dx * dx + dy * dy > r * r) continue;
      const x = Math.round(centre.x) + dx;
      const y = Math.round(centre.y) + dy;
      if (x < 0 || y < 0 || x >= lab.width || y >= lab.height) continue;
      seen++;
      const i = y * lab.width + x;
      if (area.data[i] === 0) continue;
      L.push(lab.L[i]!);
      a.push(lab.a[i]!);
      b.push(lab.b[i]!);
    }
  }
  if (L.length < Math.max(4, seen * 0.2)) return null;
  return { L: median(L), a: median(a), b: median(b) };
}

/**
 * How far a chroma is from the tone's, which shrinks with the lightness: the hue stays while light
 * changes. `fade` is the share of it that goes with the light.
 */
function chromaOff(tone: Colour, L: number, a: number, b: number, fade = SKIN_FADE): number {
  const k = Math.min(1.15, Math.max(0.4, 1 - fade + (fade * L) / tone.L));
  return Math.hypot(a - tone.a * k, b - tone.b * k);
}

/** Light that shines through skin keeps some of its colour in the shade; cloth only gets darker. */
const SKIN_FADE = 0.75;

function likeTone(tone: Colour, L: number, a: number, b: number, width: number): boolean {
  if (L < tone.L * 0.3 || L > tone.L + 26) return false;
  return chromaOff(tone, L, a, b) < width;
}

/** How unlike a tone a colour is; lightness counts little, since it is the light's as well. */
const unlike = (c: Colour, tone: Colour, fade = SKIN_FADE): number =>
  Math.hypot(chromaOff(tone, c.L, c.a, c.b, fade), (c.L - tone.L) / 8);

/** The same for the nearest of some cloths, of which lit pieces were seen. */
const unlikeCloth = (c: Colour, cloths: Colour[]): number =>
  Math.min(...cloths.map((cloth) => unlike(c, cloth, c.L < cloth.L ? 1 : SKIN_FADE)));

/** Cloth farther than this from every tone of skin is never taken for it, in the units of `unlike`. */
const CONFUSABLE = 24;

/** How far one pixel counts at most: a vote is not decided by a few that are far from both. */
const FIRM = 5;

/**
 * Whether the pixels around each one are nearer to skin (above 0) or to what is worn. Single
 * pixels of a fold, a seam or a blurred hem are as near to the one as to the other.
 */
function skinVote(
  lab: LabImage,
  person: Mask,
  cloths: Colour[],
  tones: Colour[],
  radius: number,
): Float32Array {
  const margin = new Float32Array(person.data.length);
  for (let i = 0; i < margin.length; i++) {
    if (person.data[i] === 0) continue;
    const colour = { L: lab.L[i]!, a: lab.a[i]!, b: lab.b[i]! };
    const skin = Math.min(...tones.map((tone) => unlike(colour, tone)));
    margin[i] = Math.min(FIRM, Math.max(-FIRM, unlikeCloth(colour, cloths) - skin));
  }
  return boxBlur(margin, lab.width, lab.height, radius);
}

/** Finds bare skin by its colour: the face's, and that of each arm where it looks like skin at all. */
export function findSkin(lab: LabImage, person: Mask, frame: Frame): Skin {
  const sw = frame.shoulderWidth;
  const face = sample(lab, person, { x: frame.nose.x, y: frame.nose.y + 0.02 * sw }, 0.09 * sw);
  const throat = sample(
    lab,
    person,
    { x: frame.neck.x, y: frame.chin + 0.35 * (frame.neck.y - frame.chin) },
    0.06 * sw,
  );
  const tone = face ?? throat ?? { L: 62, a: 14, b: 18 };
  const near = (c: Colour | null): c is Colour =>
    c !== null &&
    Math.hypot(c.a - tone.a * (c.L / tone.L), c.b - tone.b * (c.L / tone.L)) < 11 &&
    Math.abs(c.L - tone.L) < 30;
  const own = near(throat) ? [tone, throat] : [tone];
  const { neck, hip, torso } = frame;
  const worn = [
    sample(lab, person, { x: neck.x, y: neck.y + 0.45 * torso }, 0.1 * sw),
    sample(lab, person, { x: hip.x, y: hip.y + 0.1 * torso }, 0.1 * sw),
  ];
  const cloths = worn.filter(
    (c) => c !== null && !own.some((t) => likeTone(t, c.L, c.a, c.b, 6)),
  ) as Colour[];
  // Terracotta or oat cloth is near enough to somebody's skin; it is nearer to what is worn.
  const isCloth = (c: Colour): boolean => own.every((t) => unlikeCloth(c, cloths) < unlike(c, t));
  const spots: Point[] = [];
  for (const limb of [frame.arms.left, frame.arms.right]) {
    spots.push(limb.end);
    spots.push({ x: (limb.joint.x + limb.end.x) / 2, y: (limb.joint.y + limb.end.y) / 2 });
    spots.push({ x: (limb.root.x + limb.joint.x) / 2, y: (limb.root.y + limb.joint.y) / 2 });
  }
  const limbs: Colour[] = [];
  for (const spot of spots) {
    const colour = sample(lab, person, spot, 0.045 * sw);
    if (near(colour) && !isCloth(colour)) limbs.push(colour);
  }
  const tones = [...own, ...limbs];
  const confusable = cloths.filter((c) => tones.some((t) => unlike(c, t) < CONFUSABLE));
  const vote = confusable.length > 0 ? skinVote(lab, person, confusable, tones, 0.02 * sw) : null;
  const mask = createMask(lab.width, lab.height);
  for (let i = 0; i < mask.data.length; i++) {
    if (person.data[i] === 0 || (vote && vote[i]! <= 0)) continue;
    const [L, a, b] = [lab.L[i]!, lab.a[i]!, lab.b[i]!];
    if (tones.some((t) => likeTone(t, L, a, b, 8))) mask.data[i] = 1;
  }
  const bare = limbs.length > 0 ? limbs : tones;
  const mean = (key: keyof Colour) => bare.reduce((sum, c) => sum + c[key], 0) / bare.length;
  return { mask, tone: { L: mean('L'), a: mean('a'), b: mean('b') } };
}
