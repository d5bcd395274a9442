import { clamp, createMask, type Mask, type Point } from './image.ts';

/** Pixels of the picture; `score` from 0 to 1. COCO order, as `body/keypoints.ts` has it. */
export interface Keypoint extends Point {
  score: number;
}

/** One arm or leg, from the trunk outwards; joints that were not seen are guessed. */
export interface Limb {
  root: Point;
  joint: Point;
  end: Point;
  /** Whether the end (wrist, ankle) was seen and lies in the picture. */
  seen: boolean;
}

/** The body in terms of the picture: "left" is the picture's left, whoever's arm it is. */
export interface Frame {
  shoulders: { left: Point; right: Point };
  hips: { left: Point; right: Point };
  neck: Point;
  hip: Point;
  nose: Point;
  arms: { left: Limb; right: Limb };
  legs: { left: Limb; right: Limb };
  /** Shoulder to shoulder, and middle of the shoulders to middle of the hips, in pixels. */
  shoulderWidth: number;
  torso: number;
  /** Where the chin ends and the neck begins. */
  chin: number;
}

const between = (a: Point, b: Point, t: number): Point => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
});

export function readFrame(keypoints: Keypoint[], width: number, height: number): Frame {
  const at = (i: number) => keypoints[i]!;
  const ordered = (a: number, b: number): [Keypoint, Keypoint] =>
    at(a).x <= at(b).x ? [at(a), at(b)] : [at(b), at(a)];
  const [leftShoulder, rightShoulder] = ordered(5, 6);
  const turned = at(5).x > at(6).x;
  const pick = (own: number, other: number) =>
    turned ? [at(other), at(own)] : [at(own), at(other)];
  const [leftHip, rightHip] = pick(11, 12) as [Keypoint, Keypoint];
  const [leftElbow, rightElbow] = pick(7, 8) as [Keypoint, Keypoint];
  const [leftWrist, rightWrist] = pick(9, 10) as [Keypoint, Keypoint];
  const [leftKnee, rightKnee] = pick(13, 14) as [Keypoint, Keypoint];
  const [leftAnkle, rightAnkle] = pick(15, 16) as [Keypoint, Keypoint];
  const neck = between(leftShoulder, rightShoulder, 0.5);
  const hip = between(leftHip, rightHip, 0.5);
  const torso = Math.max(1, Math.hypot(hip.x - neck.x, hip.y - neck.y));
  const measured = Math.hypot(rightShoulder.x - leftShoulder.x, rightShoulder.y - leftShoulder.y);
  const shoulderWidth = Math.max(measured, 0.5 * torso);
  const inside = (p: Point) => p.x > 0 && p.y > 0 && p.x < width && p.y < height * 0.985;

  const arm = (root: Point, elbow: Keypoint, wrist: Keypoint): Limb => {
    const joint =
      elbow.score > 0.25
        ? elbow
        : { x: root.x + (root.x - neck.x) * 0.3, y: root.y + torso * 0.55 };
    const end = wrist.score > 0.2 ? wrist : between(root, joint, 1.9);
    return { root, joint, end, seen: wrist.score > 0.2 && inside(wrist) };
  };
  const leg = (root: Point, knee: Keypoint, ankle: Keypoint): Limb => {
    const guess = { x: root.x + (root.x - hip.x) * 0.1, y: root.y + torso * 0.95 };
    const joint = knee.score > 0.3 && knee.y > root.y + torso * 0.35 ? knee : guess;
    const plausible = ankle.score > 0.3 && ankle.y > joint.y + torso * 0.3;
    const end = plausible ? ankle : { x: joint.x, y: joint.y + torso * 0.85 };
    return { root, joint, end, seen: plausible && inside(ankle) };
  };

  const faces = [1, 2, 3, 4].map(at).filter((p) => p.score > 0.2);
  const nose = at(0).score > 0.2 ? at(0) : { x: neck.x, y: neck.y - torso * 0.42 };
  const eyes = faces.length > 0 ? Math.min(...faces.map((p) => p.y)) : nose.y - torso * 0.06;
  const fromFace = nose.y + Math.max(1.25 * (nose.y - eyes), 0.3 * (neck.y - nose.y));
  const chin = clamp(
    fromFace,
    nose.y + 0.25 * (neck.y - nose.y),
    nose.y + 0.62 * (neck.y - nose.y),
  );
  return {
    shoulders: { left: leftShoulder, right: rightShoulder },
    hips: { left: leftHip, right: rightHip },
    neck,
    hip,
    nose,
    arms: {
      left: arm(leftShoulder, leftElbow, leftWrist),
      right: arm(rightShoulder, rightElbow, rightWrist),
    },
    legs: { left: leg(leftHip, leftKnee, leftAnkle), right: leg(rightHip, rightKnee, rightAnkle) },
    shoulderWidth,
    torso,
    chin,
  };
}

/** A fat line between two points; its thickness may change along it. */
export function drawCapsule(mask: Mask, a: Point, b: Point, ra: number, rb = ra): void {
  const { width, height, data } = mask;
  const r = Math.max(ra, rb);
  const x0 = Math.max(0, Math.floor(Math.min(a.x, b.x) - r));
  const x1 = Math.min(width - 1, Math.ceil(Math.max(a.x, b.x) + r));
  const y0 = Math.max(0, Math.floor(Math.min(a.y, b.y) - r));
  const y1 = Math.min(height - 1, Math.ceil(Math.max(a.y, b.y) + r));
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length2 = dx * dx + dy * dy || 1;
  for (let y = y0; y <= y1; y++) {
    for (let x = x0; x <= x1; x++) {
      const t = clamp(((x - a.x) * dx + (y - a.y) * dy) / length2, 0, 1);
      const px = x - a.x - dx * t;
      const py = y - a.y - dy * t;
      const rt = ra + (rb - ra) * t;
      if (px * px + py * py <= rt * rt) data[y * width + x] = 1;
    }
  }
}

/** A filled polygon, by the even-odd rule. */
export function drawPolygon(mask: Mask, points: Point[]): void {
  const { width, height, data } = mask;
  const ys = points.map((p) => p.y);
  const y0 = Math.max(0, Math.ceil(Math.min(...ys)));
  const y1 = Math.min(height - 1, Math.floor(Math.max(...ys)));
  for (let y = y0; y <= y1; y++) {
    const crossings: number[] = [];
    for (let k = 0; k < points.length; k++) {
      const a = points[k]!;
      const b = points[(k + 1) % points.length]!;
      if (a.y <= y !== b.y <= y) crossings.push(a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x));
    }
    crossings.sort((p, q) => p - q);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const from = Math.max(0, Math.ceil(crossings[k]!));
      const to = Math.min(width - 1, Math.floor(crossings[k + 1]!));
      for (let x = from; x <= to; x++) data[y * width + x] = 1;
    }
  }
}

/** The limbs and trunk as fat lines: `arm`, `leg` and `head` are radii in shoulder widths. */
export function bodyCapsules(
  frame: Frame,
  width: number,
  height: number,
  size: { arm: number; leg: number; trunk: number; head: number; hand: number },
): Mask {
  const mask = createMask(width, height);
  const sw = frame.shoulderWidth;
  for (const arm of [frame.arms.left, frame.arms.right]) {
    drawCapsule(mask, arm.root, arm.joint, size.arm * sw * 1.2, size.arm * sw);
    drawCapsule(mask, arm.joint, arm.end, size.arm * sw, size.arm * sw * 0.8);
    if (size.hand > 0) drawCapsule(mask, arm.end, between(arm.joint, arm.end, 1.4), size.hand * sw);
  }
  for (const leg of [frame.legs.left, frame.legs.right]) {
    drawCapsule(mask, leg.root, leg.joint, size.leg * sw * 1.3, size.leg * sw);
    drawCapsule(mask, leg.joint, leg.end, size.leg * sw, size.leg * sw * 0.7);
    if (size.hand > 0)
      drawCapsule(mask, leg.end, between(leg.joint, leg.end, 1.15), size.hand * 1.1 * sw);
  }
  const g = size.trunk * sw;
  const { shoulders, hips } = frame;
  drawPolygon(mask, [
    { x: shoulders.left.x - g, y: shoulders.left.y },
    { x: shoulders.right.x + g, y: shoulders.right.y },
    { x: hips.right.x + g, y: hips.right.y + Math.max(0, g) },
    { x: hips.left.x - g, y: hips.left.y + Math.max(0, g) },
  ]);
  drawPolygon(mask, [
    { x: shoulders.left.x - g, y: shoulders.left.y },
    { x: frame.neck.x - (0.14 + size.trunk) * sw, y: frame.neck.y - (0.08 + size.trunk) * sw },
    { x: frame.neck.x + (0.14 + size.trunk) * sw, y: frame.neck.y - (0.08 + size.trunk) * sw },
    { x: shoulders.right.x + g, y: shoulders.right.y },
  ]);
  const eye = { x: frame.nose.x, y: frame.nose.y - 0.12 * sw };
  drawCapsule(mask, frame.neck, eye, size.head * sw * 0.6, size.head * sw);
  return mask;
}
