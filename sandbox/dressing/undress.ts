import { type BodyShape, edgesAt } from './body-shape.ts';
import { blur, enlarge, shrink, spread } from './filters.ts';
import { drawCapsule, drawPolygon, type Frame } from './frame.ts';
import { clamp, createMask, type Mask, mix, type RgbaImage, smoothstep } from './image.ts';
import { type LabImage, writeRgb } from './lab.ts';
import { combine, dilate, distanceTo, erode } from './mask-ops.ts';
import type { Colour } from './skin.ts';

/** Both arms as fat strips, `factor` times as thick as the arms, from the shoulder to the fingers. */
export function armStrips(
  shape: BodyShape,
  width: number,
  height: number,
  factor: number,
  from = 0,
): Mask {
  const mask = createMask(width, height);
  for (const arm of [shape.arms.left, shape.arms.right]) {
    const { path, radius } = arm;
    for (let i = Math.round(from * path.length); i + 1 < path.length; i++) {
      drawCapsule(mask, path[i]!, path[i + 1]!, radius[i]! * factor, radius[i + 1]! * factor);
    }
    const wrist = path[path.length - 2]!;
    const before = path[path.length - 6]!;
    const hand = {
      x: wrist.x + (wrist.x - before.x) * 2.2,
      y: wrist.y + (wrist.y - before.y) * 2.2,
    };
    const r = radius[radius.length - 1]! * factor * 1.7;
    drawCapsule(mask, wrist, hand, r * 0.8, r);
  }
  return mask;
}

/**
 * Where skin can be seen with the new garment on: neck, arms, and trunk and legs by their usual
 * thickness, but for the rows that it covers, where what it leaves free is ground.
 */
export function bareBody(
  frame: Frame,
  shape: BodyShape,
  covered: { from: number; to: number },
  width: number,
  height: number,
): Mask {
  const mask = createMask(width, height);
  const sw = Math.max(frame.shoulderWidth, 0.62 * frame.torso);
  const sides: { x: number; y: number }[] = [];
  const others: { x: number; y: number }[] = [];
  for (let y = shape.armpit.left.y; y < shape.crotch; y += 6) {
    const e = edgesAt(shape, y);
    sides.push({ x: e.left + 1, y });
    others.push({ x: e.right - 1, y });
  }
  // Generous above the shoulders, where the muscle runs up into the neck: it is cut to the person.
  const lift = 0.09 * frame.shoulderWidth;
  drawPolygon(mask, [
    { x: shape.neck.left.x, y: shape.neck.left.y - lift },
    { x: shape.tip.left.x, y: shape.tip.left.y - 0.3 * lift },
    ...sides,
    ...others.reverse(),
    { x: shape.tip.right.x, y: shape.tip.right.y - 0.3 * lift },
    { x: shape.neck.right.x, y: shape.neck.right.y - lift },
  ]);
  const throat = { x: frame.neck.x, y: frame.chin };
  drawCapsule(mask, throat, frame.neck, shape.neckHalf);
  for (const leg of [frame.legs.left, frame.legs.right]) {
    drawCapsule(mask, leg.root, leg.joint, 0.22 * sw, 0.14 * sw);
    const calf = {
      x: mix(leg.joint.x, leg.end.x, 0.35),
      y: mix(leg.joint.y, leg.end.y, 0.35),
    };
    drawCapsule(mask, leg.joint, calf, 0.135 * sw, 0.135 * sw);
    drawCapsule(mask, calf, leg.end, 0.135 * sw, 0.085 * sw);
  }
  const from = clamp(Math.round(covered.from), 0, height);
  const to = clamp(Math.round(covered.to), from, height);
  mask.data.fill(0, from * width, to * width);
  return combine(mask, armStrips(shape, width, height, 0.96), (a, b) => a || b);
}

/**
 * The photo without the old clothes of a category: skin where the bare body is, the ground
 * elsewhere. Skin takes its colour from the nearest real skin and is shaded towards its edges.
 */
export function undress(
  photo: RgbaImage,
  lab: LabImage,
  ground: LabImage,
  person: Mask,
  skin: Mask,
  keep: Mask,
  worn: Mask,
  bare: Mask,
  arms: Mask,
  tone: Colour,
  shoulderWidth: number,
): RgbaImage {
  const { width, height } = photo;
  const fixed = erode(keep, 1);
  // The rim goes too: its pixels are a blend of the cloth with what is beside it.
  const grown = dilate(worn, 3);
  // Pale cloth before a pale wall is partly taken for the wall: near the worn, ground is made ground.
  const wide = distanceTo(worn, true, 0.14 * shoulderWidth);
  const away = createMask(width, height);
  for (let i = 0; i < away.data.length; i++) {
    const ghost = wide[i]! < 0.14 * shoulderWidth && person.data[i] === 0;
    // Slivers between the cloth and an arm are neither skin nor cloth by their colour.
    const sliver = wide[i]! < 0.025 * shoulderWidth && skin.data[i] === 0;
    if ((grown.data[i] === 0 && !ghost && !sliver) || fixed.data[i] !== 0) continue;
    away.data[i] = 1;
  }
  const weight = Float32Array.from(erode(skin, 2).data);
  const cell = 4;
  const small = shrink(weight, width, height, cell);
  const planes = [lab.L, lab.a, lab.b].map((plane) => {
    const weighted = new Float32Array(plane.length);
    for (let i = 0; i < plane.length; i++) weighted[i] = plane[i]! * weight[i]!;
    const part = shrink(weighted, width, height, cell).data;
    for (let i = 0; i < part.length; i++)
      if (small.data[i]! > 0) part[i] = part[i]! / small.data[i]!;
    return part;
  });
  const known = small.data.map((v) => (v > 0.25 ? 1 : 0));
  const [L, a, b] = spread(planes, known, small.width, small.height).map((plane) =>
    enlarge(
      blur(plane, small.width, small.height, 3),
      small.width,
      small.height,
      cell,
      width,
      height,
    ),
  );
  const flesh = combine(bare, dilate(person, 1), (p, q) => p && q);
  const redrawn = dilate(
    combine(away, person, (p, q) => p && q),
    2,
  );
  const depth = distanceTo(flesh, false);
  const fleshAlpha = blur(Float32Array.from(flesh.data), width, height, 1);
  const awayAlpha = blur(Float32Array.from(away.data), width, height, 1);
  // The shadow of the old hem on the skin goes with the hem.
  const shaded = 0.05 * shoulderWidth;
  for (let i = 0; i < awayAlpha.length; i++) {
    if (wide[i]! > shaded || skin.data[i] === 0 || arms.data[i] !== 0) continue;
    awayAlpha[i] = Math.max(awayAlpha[i]!, 1 - smoothstep(0.4 * shaded, shaded, wide[i]!));
  }
  const out = new Uint8ClampedArray(photo.data);
  const rgb = new Uint8ClampedArray(4);
  for (let i = 0; i < away.data.length; i++) {
    const share = Math.max(away.data[i]!, awayAlpha[i]!);
    if (share < 0.02 || fixed.data[i] !== 0) continue;
    const shade = 7 * (1 - smoothstep(0, 0.09 * shoulderWidth, depth[i]!));
    // Beyond skin that stays as it is in the photo there is only ground.
    const f = person.data[i] === 0 && redrawn.data[i] === 0 ? 0 : fleshAlpha[i]!;
    const lightness = mix(L![i]!, tone.L, 0.25) - shade;
    writeRgb(
      mix(ground.L[i]!, lightness, f),
      mix(ground.a[i]!, mix(a![i]!, tone.a, 0.25), f),
      mix(ground.b[i]!, mix(b![i]!, tone.b, 0.25), f),
      rgb,
      0,
    );
    const t = clamp(share, 0, 1);
    for (let k = 0; k < 3; k++) out[i * 4 + k] = mix(out[i * 4 + k]!, rgb[k]!, t);
  }
  return { width, height, data: out };
}
