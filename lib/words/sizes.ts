import type { BodyMeasure, LengthUnit, MeasureProblem } from '#lib/domain/body-measures.ts';
import { CM_PER_INCH, measureLimits, problemOf, toCm } from '#lib/domain/body-measures.ts';
import type { GirthFact, LengthFact, SizeAdvice } from '#lib/domain/size-advice.ts';

/** The words of size advice: what a size measures against a body, never how sure we are. */

export type SizeStock = 'in_stock' | 'sold_out' | 'not_offered';

export const sizeAdviceWords = {
  title: 'Which size is mine?',
  lead: 'Your measurements beside this garment’s size chart. The picture of a try-on shows style, not fit.',
  unit: 'Unit',
  unitName: { cm: 'cm', in: 'inches' } satisfies Record<LengthUnit, string>,
  unitShort: { cm: 'cm', in: 'in' } satisfies Record<LengthUnit, string>,
  use: (size: string) => `Use size ${size}`,
  more: (size: string) => `${size} is for more room`,
  close: (size: string) => `${size} sits close`,
  roomy: (size: string) => `${size} leaves room`,
  nearest: (size: string) => `${size} comes nearest`,
  keptHere: 'Your measurements stay on this device until you forget them or sign out.',
  keptInAccount: 'Your measurements are saved to your account. Nobody else sees them.',
  save: 'Save to my account',
  useSaved: 'Use those of my account',
  forget: 'Forget my measurements',
  forgotten: 'Your measurements are forgotten.',
  signInFirst: 'Sign in to an account first.',
  giveOne: 'Give at least one measurement.',
} as const;

export const measureName: Record<BodyMeasure, string> = {
  chest: 'Chest or bust',
  waist: 'Waist',
  hips: 'Hips',
  insideLeg: 'Inside leg',
  height: 'Height',
};

export const howToMeasure: Record<BodyMeasure, string> = {
  chest: 'Around the fullest part, under the arms.',
  waist: 'Around the narrowest part, above the navel.',
  hips: 'Around the widest part, feet together.',
  insideLeg: 'From the crotch to the ankle.',
  height: 'Without shoes.',
};

const inner: Record<BodyMeasure, string> = {
  chest: 'chest or bust',
  waist: 'waist',
  hips: 'hips',
  insideLeg: 'inside leg',
  height: 'height',
};

/** "96.5 cm", "38½ in". */
export function lengthWords(cm: number, unit: LengthUnit): string {
  if (unit === 'cm') return `${Math.round(cm * 10) / 10} cm`;
  const quarters = Math.round((cm / CM_PER_INCH) * 4);
  const whole = Math.floor(quarters / 4);
  const part = ['', '¼', '½', '¾'][quarters % 4] ?? '';
  return `${whole || (part ? '' : '0')}${part} in`;
}

/** Why a number cannot be kept; names the other unit where that is the likely slip. */
export function problemWords(
  measure: BodyMeasure,
  problem: MeasureProblem,
  typed: number | null,
  unit: LengthUnit,
): string {
  if (problem === 'not_a_number' || typed === null) {
    return `Give a number, such as ${unit === 'cm' ? '96' : '38½'}.`;
  }
  const other: LengthUnit = unit === 'cm' ? 'in' : 'cm';
  const number = unit === 'cm' ? typed : typed / CM_PER_INCH;
  if (problemOf(measure, toCm(number, other)) === null) {
    return `That would fit in ${sizeAdviceWords.unitName[other]}. Change the unit above, or check the number.`;
  }
  const { least, most } = measureLimits[measure];
  return problem === 'too_small'
    ? `Less than ${lengthWords(least, unit)} is too little for an adult. Please check the number.`
    : `More than ${lengthWords(most, unit)} is too much. Please check the number.`;
}

/** The answer in one line. @param stock of the size that is named. */
export function adviceTitle(advice: SizeAdvice, stock: (size: string) => SizeStock): string {
  switch (advice.kind) {
    case 'fits': {
      const { size } = advice.look;
      const not = unavailable(stock(size));
      return not ? `${size} would be yours; it ${not}` : `Your size is probably ${size}`;
    }
    case 'between':
      return `You are between ${advice.smaller.size} and ${advice.larger.size}`;
    case 'outside':
      return advice.side === 'too_small'
        ? `Even ${advice.nearest.size} may be too small for you`
        : `Even ${advice.nearest.size} may be too large for you`;
    case 'unknown':
      return `Give your ${anyOf(advice.missing)} to see your size`;
    case 'no_chart':
      return 'This garment has no size chart to go by.';
  }
}

/** "Sold out just now."; null when it can be had. */
export function stockSentence(stock: SizeStock): string | null {
  switch (stock) {
    case 'in_stock':
      return null;
    case 'sold_out':
      return 'Sold out just now.';
    case 'not_offered':
      return 'The shop does not offer it.';
  }
}

/** "is sold out"; null when it can be had. */
export function unavailable(stock: SizeStock): string | null {
  switch (stock) {
    case 'in_stock':
      return null;
    case 'sold_out':
      return 'is sold out';
    case 'not_offered':
      return 'is not on offer';
  }
}

/** "Waist: made for 76 cm, you have 75 cm." */
export function girthSentence(
  { measure, of, stated, yours, fit }: GirthFact,
  unit: LengthUnit,
): string {
  const size = lengthWords(stated, unit);
  if (of === 'body') {
    const facts = `${measureName[measure]}: made for ${size}, you have ${lengthWords(yours, unit)}.`;
    return [facts, sitsOnBody[fit]].filter(Boolean).join(' ');
  }
  const over = stated - yours;
  const difference = `${lengthWords(Math.abs(over), unit)} ${over < 0 ? 'less' : 'more'} than you`;
  return `${measureName[measure]}: ${size} around, ${difference}. ${garmentFit[fit]}`;
}

const sitsOnBody: Record<GirthFact['fit'], string> = {
  tight: 'Too tight.',
  close: 'It sits close.',
  right: '',
  loose: 'It sits loosely.',
};

const garmentFit: Record<GirthFact['fit'], string> = {
  tight: 'Too tight.',
  close: 'A close fit.',
  right: 'An easy fit.',
  loose: 'A loose fit.',
};

/** Less than this nobody sees at a hem. */
const HEM_CM = 2;

export function lengthSentence({ measure, stated, yours }: LengthFact, unit: LengthUnit): string {
  if (measure === 'height') {
    return `Made for somebody of about ${lengthWords(stated, unit)}; you are ${lengthWords(yours, unit)}.`;
  }
  const over = stated - yours;
  const how =
    Math.abs(over) < HEM_CM
      ? 'about as long as yours'
      : `${lengthWords(Math.abs(over), unit)} ${over < 0 ? 'shorter' : 'longer'} than yours`;
  return `Inside leg: ${lengthWords(stated, unit)}, ${how}.`;
}

/** What would make it surer; null when nothing is missing. */
export function missingWords(missing: BodyMeasure[]): string | null {
  return missing.length === 0 ? null : `Add your ${listed(missing, 'and')} for a surer answer.`;
}

const anyOf = (measures: BodyMeasure[]) =>
  listed(
    measures.filter((one) => one !== 'height' && one !== 'insideLeg'),
    'or',
  );

function listed(measures: BodyMeasure[], last: 'and' | 'or'): string {
  const names = measures.map((measure) => inner[measure]);
  const end = names.pop() ?? '';
  return names.length === 0 ? end : `${names.join(', ')} ${last} ${end}`;
}
