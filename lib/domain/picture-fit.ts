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
