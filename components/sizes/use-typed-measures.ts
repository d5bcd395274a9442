'use client';

import { useState } from 'react';
import type { useMeasures } from '#lib/client/use-measures.ts';
import {
  type BodyMeasure,
  type BodyMeasures,
  bodyMeasures,
  type LengthUnit,
  lengthText,
  problemOf,
  readLength,
} from '#lib/domain/body-measures.ts';
import { problemWords } from '#lib/words/sizes.ts';

/**
 * The fields: what stands in them while somebody types. What can be true is kept at once, so that
 * the advice follows; what cannot is said when the field is left.
 */
export function useTypedMeasures({ measures, unit, keep }: ReturnType<typeof useMeasures>) {
  const [typed, setTyped] = useState<Partial<Record<BodyMeasure, string>>>({});
  const [left, setLeft] = useState<readonly BodyMeasure[]>([]);

  const text = (measure: BodyMeasure) => {
    const cm = measures[measure];
    return typed[measure] ?? (cm === undefined ? '' : lengthText(cm, unit));
  };

  return {
    text,
    change: (measure: BodyMeasure, next: string) => {
      setTyped({ ...typed, [measure]: next });
      setLeft(left.filter((one) => one !== measure));
      keep(withMeasure(measures, measure, next, unit));
    },
    leave: (measure: BodyMeasure) => setLeft([...left, measure]),
    /** Null while it is being typed, and when nothing is wrong. */
    error: (measure: BodyMeasure): string | null => {
      const said = text(measure);
      if (!left.includes(measure) || said.trim() === '') return null;
      const cm = readLength(said, unit);
      const problem = cm === null ? 'not_a_number' : problemOf(measure, cm);
      return problem && problemWords(measure, problem, cm, unit);
    },
    /** What was a slip of the unit is read again in the other one. */
    turnTo: (next: LengthUnit) => {
      const wrong = bodyMeasures.filter((one) => typed[one]?.trim() && measures[one] === undefined);
      const kept = wrong.reduce(
        (all, one) => withMeasure(all, one, typed[one] ?? '', next),
        measures,
      );
      setTyped(Object.fromEntries(wrong.map((one) => [one, typed[one]])));
      keep(kept, next);
    },
    clear: () => {
      setTyped({});
      setLeft([]);
    },
  };
}

function withMeasure(
  measures: BodyMeasures,
  measure: BodyMeasure,
  text: string,
  unit: LengthUnit,
): BodyMeasures {
  const { [measure]: _before, ...others } = measures;
  const cm = readLength(text, unit);
  return cm !== null && problemOf(measure, cm) === null ? { ...others, [measure]: cm } : others;
}
