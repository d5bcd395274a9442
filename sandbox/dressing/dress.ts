import { measureBody, slimmed } from './body-shape.ts';
import { findClothes, isSkirt } from './clothes.ts';
import { compose } from './composite.ts';
import { type Keypoint, readFrame } from './frame.ts';
import { cutOut } from './garment-mask.ts';
import { steepness } from './ground.ts';
import { findHead } from './head.ts';
import { createMask, type Mask, type RgbaImage, smoothstep } from './image.ts';
import { toLab } from './lab.ts';
import { photoLight, shade } from './light.ts';
import { drawMark } from './mark.ts';
import { combine, largest, open } from './mask-ops.ts';
import { createLayer, type Layer } from './mesh.ts';
import { necklineAt } from './neckline.ts';
import { drapeFor } from './random.ts';
import { findSilhouette } from './silhouette.ts';
import { findSkin } from './skin.ts';
import { readTop, type TopLandmarks } from './top-landmarks.ts';
import { hemmed, layOnShoulders, trimArms, trimShoulders, tuckUnder } from './trim.ts';
import { armStrips, bareBody, undress } from './undress.ts';
import { drawBottom, readBottom } from './warp-bottom.ts';
import { drawTop, fitTop } from './warp-top.ts';

const both = (a: boolean, b: boolean) => a && b;
const either = (a: boolean, b: boolean) => a || b;

export type Category = 'Upper body' | 'Lower body' | 'Dress';

export interface DressRequest {
  person: RgbaImage;
  /** The person's seventeen joints in COCO order, in pixels of `person`. */
  keypoints: Keypoint[];
  /** A garment on a plain ground, laid flat or on an invisible form, seen from the front. */
  garment: RgbaImage;
  category: Category;
  /** The same seed gives the same bytes; another one lets the cloth fall a little differently. */
  seed: number;
}

/** The garment's own pixels, cut out; with landmarks, also without the inside of its back. */
function garmentLayer(garment: RgbaImage, alpha: Float32Array, marks: TopLandmarks | null): Layer {
  const { width, height } = garment;
  const layer = createLayer(width, height);
  for (let i = 0; i < alpha.length; i++) {
    let opacity = alpha[i]!;
    if (marks && !marks.collar && opacity > 0) {
      const x = i % width;
      const { left, right } = marks.neckline;
      if (x > left.x && x < right.x) {
        const y = (i / width) | 0;
        const edge = necklineAt(marks.neckline, x);
        opacity *= smoothstep(edge - 0.5, edge + 1.5, y);
      }
    }
    layer.alpha[i] = opacity;
    layer.r[i] = garment.data[i * 4]! * opacity;
    layer.g[i] = garment.data[i * 4 + 1]! * opacity;
    layer.b[i] = garment.data[i * 4 + 2]! * opacity;
  }
  return layer;
}

/**
 * Dresses a person in a garment: classical image processing on plain studio pictures, no learned
 * model. Pure and deterministic; pixels and joints in, pixels of the same size out.
 */
export function dress(request: DressRequest): RgbaImage {
  const { person: photo, garment, category } = request;
  const { width, height } = photo;
  const drape = drapeFor(request.seed);
  const lab = toLab(photo);
  const frame = readFrame(request.keypoints, width, height);
  const { person, ground } = findSilhouette(lab, frame);
  const skin = findSkin(lab, person, frame);
  const head = findHead(lab, person, skin.mask, frame);
  const shape = measureBody(frame, person, skin.mask, head);
  const arms = armStrips(shape, width, height, 1.2);
  const clothes = findClothes(lab, person, skin.mask, head, frame, shape, arms);
  const sw = frame.shoulderWidth;

  const garmentLab = toLab(garment);
  const cut = cutOut(garmentLab);
  const trunk = createLayer(width, height);
  const sleeves = createLayer(width, height);
  let armsFrom = 0.2;
  let sleeveReach = 0;
  let opening: { left: number; right: number } | null = null;
  let covered: { from: number; to: number };
  let over: Mask | null = null;
  if (category === 'Lower body') {
    const source = garmentLayer(garment, cut.alpha, null);
    const border = clothes.onePiece ? null : clothes.hem;
    const loose = clothes.onePiece || isSkirt(clothes.bottom, frame, shape);
    const under = loose ? slimmed(shape, frame) : shape;
    const legs = loose ? null : person;
    const fit = drawBottom(source, readBottom(cut.mask), under, frame, legs, drape, border, trunk);
    covered = { from: fit.waist, to: fit.hem };
    over = hemmed(open(clothes.top, 4));
    if (border !== null) tuckUnder(trunk, over, clothes.bottom, frame, fit.waist, border);
  } else {
    const isDress = category === 'Dress';
    const marks = readTop(cut.mask, steepness(garmentLab), isDress);
    const source = garmentLayer(garment, cut.alpha, marks);
    const fit = fitTop(marks, shape, frame, drape, isDress, clothes.hem, height);
    drawTop(source, marks, shape, fit, drape, trunk, sleeves);
    sleeveReach = fit.sleeveReach;
    // Wide armholes show the side below the armpit.
    covered = { from: shape.armpit.left.y + 0.1 * frame.torso, to: fit.hem };
    layOnShoulders([trunk, sleeves], person, shape, frame, sleeveReach > 0 ? 0.03 : 0.012);
    armsFrom = sleeveReach > 0 ? 0.85 * sleeveReach : 0.14;
    if (sleeveReach > 0) {
      opening = { left: fit.neckline.left.x, right: fit.neckline.right.x };
    }
  }

  const worn = createMask(width, height);
  for (let i = 0; i < worn.data.length; i++) {
    const top = category !== 'Lower body' && clothes.top.data[i] !== 0;
    const bottom = category !== 'Upper body' && clothes.bottom.data[i] !== 0;
    worn.data[i] = top || bottom ? 1 : 0;
  }
  const bare = bareBody(frame, shape, covered, width, height);
  const others = category === 'Upper body' ? clothes.bottom : clothes.top;
  const keep = combine(head, category === 'Dress' ? head : others, either);
  const base = undress(
    photo,
    lab,
    ground,
    person,
    skin.mask,
    keep,
    worn,
    bare,
    arms,
    skin.tone,
    sw,
  );

  if (opening) {
    trimShoulders(base, ground, person, head, trunk, sleeves, shape, frame, opening);
    trimArms(base, ground, person, head, shape, 0.93 * sleeveReach, opening);
  }

  const light = photoLight(lab, person, clothes, skin.mask, sw);
  shade(trunk, sleeves, light, sw, drape);

  const bareArms = combine(armStrips(shape, width, height, 1.12, armsFrom), person, both);
  // Pixels along the edge of cloth that pass for skin are no arm.
  let front = largest(open(combine(bareArms, skin.mask, both), 2), 0.05);
  if (over) front = combine(front, over, either);
  const result = compose(base, trunk, sleeves, person, front, head, sw);
  drawMark(result);
  return result;
}
