import type { GarmentCategory } from './category.ts';
import type { Readiness } from './garment-status.ts';
import { PROVIDER_INPUT_SIZE, type Size } from './picture-fit.ts';
import type { Edge } from './picture-ground.ts';

/**
 * Whether a garment's picture is fit to be tried on: measurements in, findings out. `bad` means that a
 * try-on with it comes out wrong, `fair` that it works and could be better. Neither is a refusal: a
 * picture may look odd and still be what the merchant wants.
 */

/** Of how pictures are measured. One that was measured by another version is looked at again. */
export const MEASURES_VERSION = 1;

export type PictureReadiness = Exclude<Readiness, 'NO_PICTURE'>;

/** All from 0 to 1 unless something else is said. Lightness and distances of colours are Lab's. */
export type PictureMeasures = {
  /** As it is kept, in pixels. */
  size: Size;
  /** Of the garment in a picture of at most 1024 pixels: 0 is crisp, 1 has nothing left to lose. */
  blur: number;
  /** The lightness that 95 % of the picture do not exceed, to 100. */
  brightest: number;
  ground: {
    /** Its median, to 100. */
    lightness: number;
    /** How far the border's pixels lie from a smooth ground as a rule, from 0 up. */
    grain: number;
    /** The share of the border that is another colour altogether. */
    unlike: number;
  };
  /** Null where nothing stands out from the ground. */
  garment: GarmentMeasures | null;
  /** Null where nobody could look. */
  wearer: WearerMeasures | null;
};

export type GarmentMeasures = {
  /** Where it is; shares of the frame. */
  box: { left: number; top: number; width: number; height: number };
  /** How far its colours lie from the ground's, from 0 up. */
  contrast: number;
  /** How much of the frame it covers. */
  cover: number;
  /** How much of its box's side runs along the frame, for each edge. */
  cut: Record<Edge, number>;
  /** Separate things of about the same size. */
  pieces: number;
  shape: GarmentShape;
};

/** The outline in shares of its own height and breadth. */
export type GarmentShape = {
  /** Height ÷ breadth, from 0 up. */
  aspect: number;
  /** Rows of its lower part that are parted in the middle. */
  legs: number;
  /** Where that begins; 1 where it never does. */
  crotch: number;
  /** Rows with something on either side of the middle piece. */
  arms: number;
  /** How much narrower it becomes at once: where a sleeve ends. */
  sleeveStep: number;
};

/** How sure the body model is of a wearer's parts, and how slim the throat is beside the shoulders. */
export type WearerMeasures = {
  head: number;
  arms: number;
  legs: number;
  /** Null where there is nothing between head and shoulders, or the garment was not made out. */
  throat: number | null;
};

/** In the order in which they are told: what spoils a try-on most comes first. */
export const findingCodes = [
  'worn',
  'nothing_seen',
  'busy_ground',
  'wrong_kind',
  'several',
  'cut_off',
  'small',
  'blurred',
  'dark',
  'faint',
  'far',
  'dark_ground',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export const severities = ['bad', 'fair'] as const;
export type Severity = (typeof severities)[number];

export const garmentLooks = ['trousers', 'top', 'dress'] as const;
/** What the outline is typical of. */
export type GarmentLook = (typeof garmentLooks)[number];

export interface Finding {
  code: FindingCode;
  severity: Severity;
  /** The figure that it rests on. */
  value: number;
  /** For `cut_off`. */
  edges?: Edge[];
  /** For `wrong_kind`. */
  looksLike?: GarmentLook;
}

export interface PictureVerdict {
  readiness: PictureReadiness;
  findings: Finding[];
}

/**
 * From where on a figure is a finding. Set on the demo's 24 packshots and 24 worn pictures, on studio
 * photographs of seven garments and five people, and on all of them made worse: shrunk, blurred,
 * darkened, cut off, set on other grounds, put side by side.
 */
const limits = {
  /** How much the provider's 768 × 1024 enlarges it: at twice, half of what it sees is invented. */
  enlarged: { fair: 1.35, bad: 2.5 },
  /** Crisp pictures lie between 0.17 and 0.41, those enlarged fivefold at 0.7, unfocused ones at 0.75. */
  blur: { fair: 0.58, bad: 0.72 },
  /** A white wall is at 95, in a dim room at 40 and in a dark one at 20. */
  brightest: { fair: 50, bad: 25 },
  /** Studio grounds have a grain of up to 1.7, planks and grass 2.9, a crumpled sheet 4.5 and more. */
  grain: { fair: 2.5, bad: 5 },
  /** A garment that leaves the frame takes up to a third of the border; a chequered cloth has a half. */
  unlike: { fair: 0.38, bad: 0.45 },
  /** The provider's model was trained on light grounds; a mid grey one still works. */
  groundLightness: 35,
  /** White on white has 5, ivory on white 9; the outline of anything below is a guess. */
  contrast: 7,
  /** A sleeve's tip touches with a tenth of the garment's side; a hem that is cut, with most of it. */
  cut: { fair: 0.02, bad: 0.35 },
  /** A trimmed skirt covers four fifths of its frame; a close-up covers all of it. */
  trimmed: 0.85,
  /** The longer side of the garment as a share of the frame's. */
  filled: 0.35,
} as const;

/** Trouser legs part above the middle; sleeves that hang beside a hem part below three quarters. */
const LEGS = 0.8;
const LEGS_BEGIN = 0.6;
/** A jumpsuit's legs begin in the lower half, so above that it is trousers even among dresses. */
const TROUSERS_BEGIN = 0.45;
const SLEEVE_STEP = 0.2;
const ARM_ROWS = 0.15;
/** Height ÷ breadth of the longest ordinary top and of the shortest ordinary dress, both with sleeves. */
const TOP_ASPECT = 1.2;
const DRESS_ASPECT = 1.5;
/** The same without sleeves, which would make it broader. */
const SLEEVELESS_DRESS_ASPECT = 1.9;

/** What an outline says against a category. What is not in here is plausible, or cannot be told. */
const implausible: Record<GarmentCategory, Partial<Record<GarmentLook, Severity>>> = {
  UPPER_BODY: { trousers: 'bad', dress: 'fair' },
  LOWER_BODY: { top: 'bad' },
  DRESS: { trousers: 'bad', top: 'fair' },
};

/** A packshot of a dress reaches 1.04 of arms, head and half the legs; people begin at 1.1. */
const SURELY_WORN = 1.3;
const PERHAPS_WORN = 0.75;
/** Between chin and shoulders a person is about a third as broad, under long hair a half; a dress 0.7. */
const THROAT = 0.62;
/** Elbows and wrists alone, where the head is cut off; empty sleeves reach 0.47. */
const ARMS_ALONE = 0.62;
/** With the legs, where only the lower half is in the picture; a dress with sleeves reaches 0.8. */
const LIMBS_ALONE = 0.95;

export function judgePicture(measured: PictureMeasures, category: GarmentCategory): PictureVerdict {
  const found = [...pictureFindings(measured), ...subjectFindings(measured, category)];
  const findings = found.toSorted(
    (one, other) => findingCodes.indexOf(one.code) - findingCodes.indexOf(other.code),
  );
  return { readiness: readinessOf(findings), findings };
}

/** Whether the garment's box can be relied on, to lay its picture out by. */
export function outlineIsSure({ ground, garment, wearer }: PictureMeasures): boolean {
  return (
    garment !== null &&
    garment.contrast >= limits.contrast &&
    garment.pieces === 1 &&
    ground.grain <= limits.grain.fair &&
    ground.unlike <= limits.unlike.fair &&
    (wearer === null || wornFindings(wearer).length === 0)
  );
}

function readinessOf(findings: readonly Finding[]): PictureReadiness {
  if (findings.some(({ severity }) => severity === 'bad')) return 'NOT_READY';
  return findings.length > 0 ? 'FAIR' : 'READY';
}

/** What can be told whatever is in it. */
function pictureFindings({ size, blur, brightest }: PictureMeasures): Finding[] {
  const enlarged = Math.min(
    PROVIDER_INPUT_SIZE.width / size.width,
    PROVIDER_INPUT_SIZE.height / size.height,
  );
  return [
    ...above('small', enlarged, limits.enlarged),
    ...above('blurred', blur, limits.blur),
    ...above('dark', -brightest, { fair: -limits.brightest.fair, bad: -limits.brightest.bad }).map(
      (finding) => ({ ...finding, value: brightest }),
    ),
  ];
}

function subjectFindings(measured: PictureMeasures, category: GarmentCategory): Finding[] {
  const { ground, garment, wearer } = measured;
  const worn = wearer ? wornFindings(wearer) : [];
  const busy = [
    ...above('busy_ground', ground.grain, limits.grain),
    ...above('busy_ground', ground.unlike, limits.unlike),
  ]
    .toSorted((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity))
    .slice(0, 1);
  // On a restless ground, and round a person, the outline is not the garment's.
  if (worn.length > 0 || busy.length > 0) return [...worn, ...busy];
  if (!garment) return [{ code: 'nothing_seen', severity: 'bad', value: 0 }];
  return [
    ...garmentFindings(garment, category),
    ...(ground.lightness < limits.groundLightness
      ? [{ code: 'dark_ground', severity: 'fair', value: ground.lightness } as const]
      : []),
  ];
}

function wornFindings({ head, arms, legs, throat }: WearerMeasures): Finding[] {
  const sure = head + arms + legs / 2;
  const slim = throat !== null && throat < THROAT;
  const limbs = arms >= ARMS_ALONE || arms + legs >= LIMBS_ALONE;
  const worn = sure >= SURELY_WORN || (sure >= PERHAPS_WORN && slim) || limbs;
  return worn ? [{ code: 'worn', severity: 'bad', value: sure }] : [];
}

function garmentFindings(garment: GarmentMeasures, category: GarmentCategory): Finding[] {
  const { box, contrast, pieces, shape } = garment;
  if (contrast < limits.contrast) return [{ code: 'faint', severity: 'fair', value: contrast }];
  const cut = cutFindings(garment);
  const filled = Math.max(box.width, box.height);
  return [
    ...(pieces > 1 ? [{ code: 'several', severity: 'bad', value: pieces } as const] : []),
    ...cut,
    // Of something cut off, or of several, the outline says nothing about its kind.
    ...(pieces > 1 || cut.some(({ severity }) => severity === 'bad')
      ? []
      : kindFindings(shape, category)),
    ...(filled < limits.filled ? [{ code: 'far', severity: 'fair', value: filled } as const] : []),
  ];
}

function cutFindings({ cut, cover }: GarmentMeasures): Finding[] {
  const edges = (Object.keys(cut) as Edge[]).filter((edge) => cut[edge] > limits.cut.fair);
  const most = Math.max(...Object.values(cut));
  // Trimmed to the garment's own outline it touches most edges, and still has ground in the corners.
  const trimmed = edges.length >= 3 && cover < limits.trimmed;
  return above('cut_off', most, limits.cut).map(({ severity, ...finding }) => ({
    ...finding,
    severity: trimmed ? 'fair' : severity,
    edges,
  }));
}

function kindFindings(shape: GarmentShape, category: GarmentCategory): Finding[] {
  const looksLike = lookOf(shape, category);
  const severity = looksLike && implausible[category][looksLike];
  return severity ? [{ code: 'wrong_kind', severity, value: shape.aspect, looksLike }] : [];
}

/** Null where the outline is typical of nothing. */
function lookOf(shape: GarmentShape, category: GarmentCategory): GarmentLook | null {
  const { aspect, legs, crotch, arms, sleeveStep } = shape;
  const legsBegin = category === 'DRESS' ? TROUSERS_BEGIN : LEGS_BEGIN;
  if (legs >= LEGS && crotch < legsBegin) return 'trousers';
  if (legs >= LEGS) return null;
  const sleeves = sleeveStep >= SLEEVE_STEP || arms >= ARM_ROWS;
  if (sleeves && aspect < TOP_ASPECT) return 'top';
  return aspect > (sleeves ? DRESS_ASPECT : SLEEVELESS_DRESS_ASPECT) ? 'dress' : null;
}

function above(code: FindingCode, value: number, limit: { fair: number; bad: number }): Finding[] {
  if (value <= limit.fair) return [];
  return [{ code, severity: value > limit.bad ? 'bad' : 'fair', value }];
}
