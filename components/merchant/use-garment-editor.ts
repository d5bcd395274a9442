'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { toast } from 'sonner';
import { ProblemError, sayError } from '#lib/client/problem-error.ts';
import type { MerchantGarment } from '#lib/contracts/garment.ts';
import {
  type DraftErrors,
  draftOf,
  emptyDraft,
  errorsOfFields,
  type GarmentDraft,
  readDraft,
  sameDraft,
} from './garment-draft.ts';
import { saveGarment, setGarmentStatus } from './save-garment.ts';
import { useShop } from './shop-context.tsx';
import type { GarmentStatus } from './status-words.ts';
import { usePendingPictures } from './use-pending-pictures.ts';

const done: Record<GarmentStatus, string> = {
  ACTIVE: 'Published. Shoppers can try it on now.',
  DRAFT: 'It is a draft now. Shoppers do not see it.',
  ARCHIVED: 'Archived. Shoppers no longer see it.',
};

/**
 * One garment being written: what is typed, what is saved, and the pictures on their way.
 *
 * @param initial null for a garment that is still to be made.
 */
export function useGarmentEditor(initial: MerchantGarment | null) {
  const router = useRouter();
  const shop = useShop();
  const [garment, setGarment] = useState(initial);
  const [draft, setDraft] = useState(() => (initial ? draftOf(initial) : emptyDraft));
  /** As it was when it was last saved; what is typed meanwhile is not overwritten. */
  const [savedDraft, setSavedDraft] = useState(draft);
  const [errors, setErrors] = useState<DraftErrors>({});
  /** A sentence that belongs to no field. */
  const [problem, setProblem] = useState<string | null>(null);
  /** Counts refusals, so that each one moves the focus. */
  const [refusals, setRefusals] = useState(0);
  /** Asked whether to publish with a picture that is not fit for try-ons. */
  const [warned, warn] = useState(false);
  const [busy, setBusy] = useState(false);
  // State comes a render too late for the second click of a double click.
  const locked = useRef(false);
  const pending = usePendingPictures(shop.api);

  const currency = garment?.price.currency ?? shop.currency;
  const draftChanged = !sameDraft(draft, savedDraft);
  const unsaved = draftChanged || pending.pictures.length > 0;

  const change = (what: Partial<GarmentDraft>) => {
    setDraft((known) => ({ ...known, ...what }));
    setErrors((known) => {
      const rest = { ...known };
      for (const field of Object.keys(what)) delete rest[field as keyof GarmentDraft];
      return rest;
    });
  };

  const refuse = (fields: DraftErrors, sentence: string | null) => {
    setErrors(fields);
    setProblem(sentence);
    setRefusals((count) => count + 1);
  };

  const refuseAnswer = (error: unknown) => {
    const fields = error instanceof ProblemError ? errorsOfFields(error.problem.fields) : {};
    refuse(fields, Object.keys(fields).length > 0 ? null : sayError(error));
  };

  /** The garment as saved, or null when the form or the server says no. Throws what fetching throws. */
  const saveDraft = async (): Promise<MerchantGarment | null> => {
    if (garment && !draftChanged) return garment;
    const { body, errors: wrong } = readDraft(draft, currency);
    if (wrong) {
      refuse(wrong, null);
      return null;
    }
    const saved = await saveGarment(shop.api, garment?.id ?? null, body);
    setGarment(saved);
    setSavedDraft(draft);
    return saved;
  };

  /** Brings the address and the cached pages up to date. */
  const settle = (saved: MerchantGarment, whole: boolean) => {
    const href = `${shop.path}/garments/${saved.id}`;
    if (initial) router.refresh();
    else if (whole) router.replace(href);
    // The page stays as it is, for what is still to be done on it; a reload finds the garment.
    else window.history.replaceState(null, '', href);
  };

  const save = async (then?: GarmentStatus, despite = { warned: false }) => {
    if (locked.current) return;
    warn(false);
    locked.current = true;
    setBusy(true);
    setErrors({});
    setProblem(null);
    let saved: MerchantGarment | null = null;
    let whole = false;
    try {
      saved = await saveDraft();
      if (!saved) return;
      const sent = await pending.sendAll(saved);
      saved = sent.garment;
      setGarment(saved);
      if (!sent.whole) {
        refuse({}, 'A picture was not taken: the reason stands beside it. All before it is saved.');
        return;
      }
      if (then === 'ACTIVE' && saved.readiness === 'NOT_READY' && !despite.warned) {
        warn(true);
        return;
      }
      if (then) {
        saved = await setGarmentStatus(shop.api, saved.id, then);
        setGarment(saved);
      }
      whole = true;
      toast.success(then ? done[then] : saved.status === 'DRAFT' ? 'Saved as a draft.' : 'Saved.');
    } catch (error) {
      refuseAnswer(error);
    } finally {
      if (saved) settle(saved, whole);
      locked.current = false;
      setBusy(false);
    }
  };

  return {
    garment,
    draft,
    currency,
    errors,
    problem,
    refusals,
    busy,
    warned,
    warn,
    unsaved,
    pending,
    change,
    save,
  };
}
