'use client';

import useSWR from 'swr';
import type { BodyMeasures, LengthUnit } from '#lib/domain/body-measures.ts';
import { bodyMeasures } from '#lib/domain/body-measures.ts';
import { fetchJson, fetchNothing, jsonBody } from './fetch-json.ts';
import { forgetKeptMeasures, keepMeasures, useKeptMeasures } from './kept-measures.ts';
import { useSession } from './use-session.ts';

const ADDRESS = '/api/account/measurements';
const contract = async () => (await import('#lib/contracts/measurements.ts')).measurementsView;

/**
 * What the person measures: what this device keeps, or else what the account does. Typing changes
 * the device only; the account changes when she says so.
 */
export function useMeasures() {
  const { session } = useSession();
  const hasAccount = session !== null && !session.isGuest;
  const kept = useKeptMeasures();
  const { data, mutate } = useSWR(
    hasAccount ? ADDRESS : null,
    (path) => fetchJson(path, contract),
    {
      revalidateOnFocus: false,
    },
  );
  const saved = hasAccount ? (data?.measurements ?? null) : null;
  const measures: BodyMeasures = kept?.measures ?? saved ?? {};
  const unit: LengthUnit = kept?.unit ?? 'cm';
  return {
    unit,
    measures,
    hasAny: Object.keys(measures).length > 0,
    hasAccount,
    /** What the account keeps; null when it keeps nothing, or is not known yet. */
    saved,
    isSaved: saved !== null && sameMeasures(saved, measures),
    keep: (next: BodyMeasures, inUnit = unit) => keepMeasures({ unit: inUnit, measures: next }),
    save: async () => {
      const answer = await fetchJson(ADDRESS, contract, { ...jsonBody(measures), method: 'PUT' });
      await mutate(answer, { revalidate: false });
    },
    forget: async () => {
      // Also while it is not known yet whether the account keeps any.
      if (hasAccount) {
        await fetchNothing(ADDRESS, { method: 'DELETE' });
        await mutate({ measurements: null }, { revalidate: false });
      }
      forgetKeptMeasures();
    },
  };
}

function sameMeasures(one: BodyMeasures, other: BodyMeasures): boolean {
  return bodyMeasures.every((measure) => one[measure] === other[measure]);
}
