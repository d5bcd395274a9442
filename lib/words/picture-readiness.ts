import type { GarmentCategory } from '#lib/domain/category.ts';
import type { Readiness } from '#lib/domain/garment-status.ts';
import { PROVIDER_INPUT_SIZE } from '#lib/domain/picture-fit.ts';
import type { Edge } from '#lib/domain/picture-ground.ts';
import type { Finding, FindingCode, GarmentLook } from '#lib/domain/picture-readiness.ts';

/** What merchants read about their pictures. */

export const readinessWords = {
  READY: { name: 'Ready', means: 'Fit for try-ons.' },
  FAIR: { name: 'Fair', means: 'It works, and could be better.' },
  NOT_READY: { name: 'Not ready', means: 'A try-on with it is likely to come out wrong.' },
  NO_PICTURE: { name: 'No picture', means: 'Nobody can try it on without one.' },
} as const satisfies Record<Readiness, { name: string; means: string }>;

export const notLookedAt = 'Not looked at yet';

export interface FindingWords {
  /** What is wrong, in a few words. */
  noticed: string;
  /** What would mend it. */
  mend: string;
}

type Told = FindingWords | ((finding: Finding, category: GarmentCategory) => FindingWords);

const lookWords: Record<GarmentLook, string> = {
  trousers: 'trousers',
  top: 'a top',
  dress: 'a dress or a long skirt',
};

const kindNames: Record<GarmentCategory, string> = {
  UPPER_BODY: 'top',
  LOWER_BODY: 'bottom',
  DRESS: 'dress',
};

const { width, height } = PROVIDER_INPUT_SIZE;

const told: Record<FindingCode, Told> = {
  worn: {
    noticed: 'Somebody seems to wear it',
    mend: 'Keep it for the gallery, and add one of the garment alone: laid flat, hanging, or on an invisible mannequin.',
  },
  nothing_seen: {
    noticed: 'We cannot make out a garment',
    mend: 'Show the whole garment on a plain ground of another colour, with some room on all sides.',
  },
  busy_ground: {
    noticed: 'The ground is restless',
    mend: 'Lay it on a plain sheet or hang it on a plain wall; pattern, planks and folds end up in the look.',
  },
  wrong_kind: ({ looksLike }, category) => ({
    noticed: `It looks more like ${lookWords[looksLike ?? 'dress']} than a ${kindNames[category]}`,
    mend: 'Choose the kind that it is: it decides which part of the body is dressed. If the kind is right, leave it.',
  }),
  several: {
    noticed: 'There is more than one garment in it',
    mend: 'Crop it to this one. A set needs a picture for each piece.',
  },
  cut_off: ({ edges = [], severity }) => ({
    noticed:
      severity === 'bad' ? `It is cut off ${sides(edges)}` : `It touches the edge ${sides(edges)}`,
    mend: 'Show all of it, with a little ground on every side.',
  }),
  small: ({ severity }) => ({
    noticed: severity === 'bad' ? 'It is far too small' : 'It is a small picture',
    mend: `Use the original, of at least ${width} × ${height} pixels: what is missing is made up in the look.`,
  }),
  blurred: ({ severity }) => ({
    noticed: severity === 'bad' ? 'It is blurred' : 'It is not quite sharp',
    mend: 'Use the original rather than an enlarged copy, or photograph it anew with the camera leaning on something.',
  }),
  dark: ({ severity }) => ({
    noticed: severity === 'bad' ? 'It is too dark' : 'It is rather dark',
    mend: 'Photograph it by a window, or brighten it until a white wall looks white.',
  }),
  faint: {
    noticed: 'It hardly stands out from the ground',
    mend: 'A white garment shows its shape on light grey, a black one on white.',
  },
  far: {
    noticed: 'It is small in the frame',
    mend: 'Come closer, so that it fills most of the height or width.',
  },
  dark_ground: {
    noticed: 'The ground is dark',
    mend: 'A light one works best.',
  },
};

export function findingWords(finding: Finding, category: GarmentCategory): FindingWords {
  const words = told[finding.code];
  return typeof words === 'function' ? words(finding, category) : words;
}

/** Of a picture that is not the one for try-ons, in which nothing has to be mended. */
export const forGalleryOnly = ({ noticed }: FindingWords) =>
  `For the gallery: ${noticed.charAt(0).toLowerCase()}${noticed.slice(1)}.`;

const sideNames: Record<Edge, string> = {
  top: 'at the top',
  bottom: 'at the bottom',
  left: 'on the left',
  right: 'on the right',
};

const list = new Intl.ListFormat('en');

function sides(edges: readonly Edge[]): string {
  if (edges.length >= 3) return edges.length === 4 ? 'on all sides' : 'on three sides';
  return list.format(edges.map((edge) => sideNames[edge]));
}
