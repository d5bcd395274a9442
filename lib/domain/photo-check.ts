import {
  type BodyPoints,
  isPerson,
  isSeenFromBehind,
  measureTorso,
  middle,
} from './body-points.ts';
import type { GarmentCategory } from './category.ts';
import { PROVIDER_INPUT_SIZE, type Size } from './picture-fit.ts';

/**
 * What a photo that is still on the device can be told about: measurements in, advice out. Advice is
 * never a refusal; whoever gives the photo may know better. What the server is certain to refuse
 * (`upload-problem.ts`) is not measured at all. Nothing is read of a face but where the nose is.
 *
 * The limits were set on rendered models, on studio photographs and on both of them made worse
 * (blurred, shaken, darkened, cut off, shrunk): an ordinary photo must pass without a word, since
 * needless advice teaches people to wave it away.
 */

/** Brightness from 0 to 255; shares from 0 to 1. */
export interface Light {
  /** What 95 % of the whole picture do not exceed. */
  brightest: number;
  /** What 90 % of the person, or of the picture's middle, do not exceed. */
  personBrightest: number;
  personBlownOut: number;
  /** The median of all that is not the person. */
  aroundMiddle: number;
}

export type BodyFinding =
  /** Points in pixels of a picture of this size, the photo at another scale. */
  | { kind: 'body'; points: BodyPoints; frame: Size; somebodyElse: boolean }
  | { kind: 'nobody' }
  /** Nobody looked: the model cannot run here, or took too long. */
  | { kind: 'not_looked'; why: 'cannot' | 'too_slow' };

export interface PhotoMeasurements {
  /** The photo as it was chosen, upright, in pixels. */
  photo: Size;
  light: Light;
  /** 0 is crisp, 1 has nothing left to lose; of the person in a picture of 1024 pixels. */
  blur: number;
  body: BodyFinding;
}

/** In the order in which they are told: what spoils the look most comes first. */
export const photoAdviceCodes = [
  'nobody',
  'not_upright',
  'from_behind',
  'sideways',
  'hips_missing',
  'shoulders_missing',
  'feet_missing',
  'somebody_else',
  'far_away',
  'dark',
  'against_the_light',
  'glaring',
  'blurred',
  'small',
] as const;

export type PhotoAdviceCode = (typeof photoAdviceCodes)[number];

export interface PhotoVerdict {
  /** Empty when there is nothing to say against the photo. */
  advice: PhotoAdviceCode[];
  /** Whether somebody looked for a person; if not, the rest was looked at all the same. */
  person: 'looked_for' | 'cannot' | 'too_slow';
}

/** Shorter side, in pixels: below this more than half of the provider's picture is invented. */
const SMALL_SIDE = 480;
/** From shoulders to hips in the picture that the provider gets; a full-length photo has 220. */
const FAR_TORSO = 100;
/** Shoulders ÷ torso: 0.7 to 0.8 from the front. */
const SIDEWAYS_SHOULDERS = 0.4;
const TURNED_SHOULDERS = 0.55;
/** Below this the model guesses where a joint would be. */
const GUESSED = 0.2;
/** A joint is in the picture when it is this share of the height or width away from its edge. */
const EDGE = 0.015;
const FACE_SEEN = 0.3;

const DARK = 85;
const BRIGHT_AROUND = 190;
const SHADED_PERSON = 62;
const BLOWN_OUT_SHARE = 0.5;
const BLURRED = 0.67;

export function judgePhoto(measured: PhotoMeasurements, category: GarmentCategory): PhotoVerdict {
  const found = new Set<PhotoAdviceCode>([
    ...sizeAdvice(measured.photo),
    ...lightAdvice(measured.light),
    ...(measured.blur > BLURRED ? (['blurred'] as const) : []),
    ...bodyAdvice(measured.body, category),
  ]);
  return {
    advice: photoAdviceCodes.filter((code) => found.has(code)),
    person: measured.body.kind === 'not_looked' ? measured.body.why : 'looked_for',
  };
}

function sizeAdvice({ width, height }: Size): PhotoAdviceCode[] {
  return Math.min(width, height) < SMALL_SIDE ? ['small'] : [];
}

/**
 * The whole picture and the person must both lack light, and "against the light" needs a bright
 * ground and a person without a single lit part: dark skin and black clothes are no lack of light.
 */
function lightAdvice(light: Light): PhotoAdviceCode[] {
  if (light.brightest < DARK && light.personBrightest < DARK) return ['dark'];
  if (light.aroundMiddle > BRIGHT_AROUND && light.personBrightest < SHADED_PERSON) {
    return ['against_the_light'];
  }
  return light.personBlownOut > BLOWN_OUT_SHARE ? ['glaring'] : [];
}

function bodyAdvice(body: BodyFinding, category: GarmentCategory): PhotoAdviceCode[] {
  switch (body.kind) {
    case 'not_looked':
      return [];
    case 'nobody':
      return ['nobody'];
    case 'body': {
      const { points, frame } = body;
      if (!isPerson(points)) return ['nobody'];
      const others: PhotoAdviceCode[] = body.somebodyElse ? ['somebody_else'] : [];
      if (!standsUpright(points)) return ['not_upright', ...others];
      return [
        ...others,
        ...facingAdvice(points),
        ...framingAdvice(points, frame, category),
        ...(providerTorso(points, frame) < FAR_TORSO ? (['far_away'] as const) : []),
      ];
    }
  }
}

/** The photo lies on its side, or the person does. */
function standsUpright({ leftShoulder, rightShoulder, leftHip, rightHip }: BodyPoints): boolean {
  const chest = middle(leftShoulder, rightShoulder);
  const hips = middle(leftHip, rightHip);
  return hips.y - chest.y > Math.abs(hips.x - chest.x);
}

function facingAdvice(points: BodyPoints): PhotoAdviceCode[] {
  const { nose, leftShoulder, rightShoulder } = points;
  const faceSeen = nose.score >= FACE_SEEN;
  // The model exchanges left and right now and then, so the order alone proves nothing.
  if (isSeenFromBehind(points) && !faceSeen) return ['from_behind'];
  const { shoulders, torsoLength } = measureTorso(points);
  const ratio = shoulders / torsoLength;
  const [from, to] = [leftShoulder.x, rightShoulder.x].toSorted((a, b) => a - b) as [
    number,
    number,
  ];
  const noseAside = faceSeen && (nose.x < from || nose.x > to);
  const sideways = ratio < SIDEWAYS_SHOULDERS || (ratio < TURNED_SHOULDERS && noseAside);
  return sideways ? ['sideways'] : [];
}

function framingAdvice(
  points: BodyPoints,
  frame: Size,
  category: GarmentCategory,
): PhotoAdviceCode[] {
  const inside = (joint: keyof BodyPoints) => {
    const { x, y, score } = points[joint];
    const [marginX, marginY] = [EDGE * frame.width, EDGE * frame.height];
    return (
      score >= GUESSED &&
      x >= marginX &&
      x <= frame.width - marginX &&
      y >= marginY &&
      y <= frame.height - marginY
    );
  };
  const both = (left: keyof BodyPoints, right: keyof BodyPoints) => inside(left) && inside(right);
  const advice: PhotoAdviceCode[] = [];
  if (!both('leftShoulder', 'rightShoulder')) advice.push('shoulders_missing');
  const toTheFeet = category !== 'UPPER_BODY';
  if (toTheFeet) {
    if (!both('leftAnkle', 'rightAnkle')) advice.push('feet_missing');
  } else if (!both('leftHip', 'rightHip')) {
    advice.push('hips_missing');
  }
  return advice;
}

/** How long the torso will be in the provider's picture, in pixels. */
function providerTorso(points: BodyPoints, frame: Size): number {
  const { width, height } = PROVIDER_INPUT_SIZE;
  const factor = Math.min(width / frame.width, height / frame.height);
  return measureTorso(points).torsoLength * factor;
}
