/**
 * How a picture of any shape becomes one of a given shape without being stretched: part of it may
 * be cut off, and it may be laid on a ground that fills the rest. All lengths are whole pixels.
 *
 * The provider squeezes whatever it gets into 768 × 1024, so a picture that is not 3:4 would come
 * back with a person who is too wide or too thin.
 */

export type Size = { width: number; height: number };

export type PictureFit = {
  /** The part of the source that is kept. */
  crop: { left: number; top: number; width: number; height: number };
  /** That part's size after scaling, by the same factor both ways. */
  scaled: Size;
  /** Where it lies in the target. */
  left: number;
  top: number;
};

export const PROVIDER_INPUT_SIZE: Size = { width: 768, height: 1024 };

/** The most of a person's photo that may be cut off, as a share of its area. */
export const MAX_CUT_SHARE = 0.15;

/** Where nothing better is known, less is cut above than below: hair goes before the feet do. */
const SHARE_CUT_ABOVE = 0.4;
const SHARE_CUT_LEFT = 0.5;

/** Keeps everything and fills the rest of the target with ground. */
export function fitWhole(source: Size, target: Size): PictureFit {
  const factor = Math.min(target.width / source.width, target.height / source.height);
  const scaled = {
    width: within(Math.round(source.width * factor), 1, target.width),
    height: within(Math.round(source.height * factor), 1, target.height),
  };
  return {
    crop: { left: 0, top: 0, ...source },
    scaled,
    left: Math.floor((target.width - scaled.width) / 2),
    top: Math.floor((target.height - scaled.height) / 2),
  };
}

/** A rectangle of the source, in its pixels. */
export interface Box extends Size {
  left: number;
  top: number;
}

/** Ground on either side of a garment, as a share of its own size, and how much of the target it fills. */
const GARMENT_MARGIN = 0.06;
const GARMENT_FILLS = 0.8;
/** Nothing is enlarged more than this to come closer to a garment. */
const MOST_ENLARGED = 1.5;

/**
 * Shows a garment whole, about the middle, and as large as its picture allows: ground is cut away
 * round one that is small in the frame, and ground is added where the picture ends, but never where it
 * goes on.
 */
export function fitGarment(source: Size, target: Size, garment: Box): PictureFit {
  const shape = target.width / target.height;
  const whole = Math.max(source.height, source.width / shape);
  const needed = Math.max(garment.height, garment.width / shape) * (1 + 2 * GARMENT_MARGIN);
  const height = Math.min(whole, Math.max(needed / GARMENT_FILLS, target.height / MOST_ENLARGED));
  if (height === whole && sameShape(source, target)) return fitWhole(source, target);
  const region = {
    left: place(garment.left + garment.width / 2, height * shape, source.width),
    top: place(garment.top + garment.height / 2, height, source.height),
    width: height * shape,
    height,
  };
  const crop = {
    left: Math.max(0, Math.round(region.left)),
    top: Math.max(0, Math.round(region.top)),
    width: within(Math.round(region.width), 1, source.width),
    height: within(Math.round(region.height), 1, source.height),
  };
  crop.left = Math.min(crop.left, source.width - crop.width);
  crop.top = Math.min(crop.top, source.height - crop.height);
  const factor = target.height / region.height;
  const scaled = {
    width: within(Math.round(crop.width * factor), 1, target.width),
    height: within(Math.round(crop.height * factor), 1, target.height),
  };
  return {
    crop,
    scaled,
    left: within(Math.round(-Math.min(0, region.left) * factor), 0, target.width - scaled.width),
    top: within(Math.round(-Math.min(0, region.top) * factor), 0, target.height - scaled.height),
  };
}

/** Where a stretch about `middle` begins: inside of the source, or with all of the source inside. */
function place(middle: number, length: number, source: number): number {
  return within(middle - length / 2, Math.min(0, source - length), Math.max(0, source - length));
}

const sameShape = (source: Size, target: Size) =>
  Math.abs((source.width * target.height) / (source.height * target.width) - 1) < 0.002;

/**
 * Empty margins, in source pixels: rows and columns along each edge that show only ground.
 * What must be cut is taken from them first.
 */
export type Margins = { left: number; right: number; top: number; bottom: number };

const NO_MARGINS: Margins = { left: 0, right: 0, top: 0, bottom: 0 };

/**
 * Cuts the source to the target's shape when that costs at most `MAX_CUT_SHARE` of it, and else
 * keeps everything on a ground. Ground that is cut away costs nobody anything, but counts as well:
 * a photo that is mostly wall should show the wall rather than jump closer.
 */
export function fitPerson(source: Size, target: Size, margins: Margins = NO_MARGINS): PictureFit {
  const wanted = target.width / target.height;
  const actual = source.width / source.height;
  const cutShare = 1 - Math.min(actual, wanted) / Math.max(actual, wanted);
  if (cutShare > MAX_CUT_SHARE) return fitWhole(source, target);

  const keptWidth = within(Math.round(source.height * wanted), 1, source.width);
  const keptHeight = within(Math.round(source.width / wanted), 1, source.height);
  const cutX = actual > wanted ? source.width - keptWidth : 0;
  const cutY = actual > wanted ? 0 : source.height - keptHeight;
  return {
    crop: {
      left: cutBefore(cutX, margins.left, margins.right, SHARE_CUT_LEFT),
      top: cutBefore(cutY, margins.top, margins.bottom, SHARE_CUT_ABOVE),
      width: source.width - cutX,
      height: source.height - cutY,
    },
    scaled: { ...target },
    left: 0,
    top: 0,
  };
}

/** How much of a cut is taken at the near edge: empty margins first, in proportion to their size. */
function cutBefore(cut: number, near: number, far: number, share: number): number {
  const empty = near + far;
  if (empty === 0) return Math.round(cut * share);
  if (cut <= empty) return Math.round((cut * near) / empty);
  return near + Math.round((cut - empty) * share);
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
