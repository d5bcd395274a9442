'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { toast } from 'sonner';
import { type AutosaveLoop, createAutosaveLoop } from '#lib/client/autosave-loop.ts';
import { newId } from '#lib/client/new-id.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { useOnline } from '#lib/client/use-online.ts';
import type { EditableGarment } from '#lib/contracts/garment-edit.ts';
import type { GarmentStatus } from '#lib/domain/garment-status.ts';
import { useShop } from '../shop-context.tsx';
import { canBegin, checkDraft, toChanges, toNewGarment } from './check-draft.ts';
import { explainFailure } from './explain-failure.ts';
import { garmentApi } from './garment-api.ts';
import {
  type DraftField,
  draftOf,
  draftRules,
  emptyDraft,
  type GarmentDraft,
  pictureOfAlt,
} from './garment-draft.ts';
import { saveStateOf } from './save-state.ts';

interface GarmentAnswer {
  fields: GarmentDraft;
  version: number;
  garment: EditableGarment;
}

const answerOf = (garment: EditableGarment): GarmentAnswer => ({
  fields: draftOf(garment),
  version: garment.version,
  garment,
});

/** What the other side has changed, taken over on this screen. */
export interface Taken {
  fields: DraftField[];
  by: EditableGarment['changedBy'];
}

const done: Record<GarmentStatus, string> = {
  ACTIVE: 'Published. Shoppers can try it on now.',
  DRAFT: 'It is a draft now. Shoppers do not see it.',
  ARCHIVED: 'Archived. Shoppers no longer see it.',
};

/**
 * One garment being written: what is typed, what the server has, and how the two come together.
 *
 * @param initial null for a garment that is still to be made: it is with the first save that can be.
 */
export function useGarmentEditor(initial: EditableGarment | null) {
  const router = useRouter();
  const shop = useShop();
  const currency = initial?.price.currency ?? shop.currency;
  const api = useMemo(() => garmentApi(shop.api), [shop.api]);
  const rules = useMemo(() => draftRules(currency), [currency]);
  const [id] = useState(() => initial?.id ?? newId());
  const [garment, setGarment] = useState(initial);
  const [taken, setTaken] = useState<Taken | null>(null);
  /** Problems of fields that nobody has come to yet are said as well. */
  const [insisted, setInsisted] = useState(0);
  const [acting, setActing] = useState(false);
  const online = useOnline();

  const [loop] = useState(() =>
    createAutosaveLoop<GarmentDraft, GarmentAnswer>({
      fields: initial ? draftOf(initial) : emptyDraft,
      version: initial?.version ?? 0,
      rules,
      heldFields: (draft) => new Set(checkDraft(draft, currency).fields.keys()),
      canBegin: (draft) => canBegin(checkDraft(draft, currency)),
      save: async (changes, version) =>
        answerOf(
          version === 0
            ? await api.create(toNewGarment(id, changes))
            : await api.change(id, { version, changes: toChanges(changes) }),
        ),
      load: async () => answerOf(await api.get(id)),
      explain: explainFailure,
      onAnswer: (answer) => setGarment(answer.garment),
      onTaken: (fields, { garment: { changedBy: by } }) => {
        const news = (fields as DraftField[]).filter(
          // Pictures come by another way than the fields: those may well be of this window.
          (field) => !by?.isYou || (field !== 'pictureOrder' && !pictureOfAlt(field)),
        );
        if (news.length > 0) setTaken({ fields: news, by });
      },
    }),
  );
  const state = useSyncExternalStore(loop.subscribe, loop.get, loop.get);
  const { draft } = state;
  const problems = useMemo(() => checkDraft(draft, currency), [draft, currency]);

  useKeepGoing(loop);
  useAddress(initial === null && state.version > 0, `${shop.path}/garments/${id}`);

  // The lists behind this page are out of date, but not before it is left: a refresh of this one
  // would take the cursor away.
  const changed = useRef(false);
  changed.current ||= state.version !== (initial?.version ?? 0);
  useEffect(() => {
    loop.start();
    return () => {
      void loop.stop().then((whole) => {
        if (!whole) toast.error('The last change to the garment was not saved.');
        if (changed.current) router.refresh();
      });
    };
  }, [loop, router]);

  const see = (newer: EditableGarment) => loop.see(answerOf(newer));

  /** @returns whether everything on the screen is fit for shoppers, and on the server. */
  const settle = async (): Promise<boolean> => {
    if (checkDraft(loop.get().draft, currency).fields.size > 0) {
      setInsisted((times) => times + 1);
      return false;
    }
    return (await loop.flush()) && loop.get().disputed.size === 0;
  };

  const act = async (what: () => Promise<void>): Promise<void> => {
    if (acting) return;
    setActing(true);
    try {
      await what();
    } catch (error) {
      toast.error(sayError(error));
    } finally {
      setActing(false);
    }
  };

  const setStatus = (status: GarmentStatus) =>
    act(async () => {
      if (status === 'ACTIVE' && !(await settle())) return;
      see(await api.setStatus(id, status));
      toast.success(done[status]);
    });

  return {
    id,
    garment,
    api,
    currency,
    draft,
    /** For what happens after this render: an undo, say. */
    now: () => loop.get().draft,
    saved: state.saved,
    problems,
    refused: state.refused,
    disputed: [...state.disputed] as DraftField[],
    save: saveStateOf(state, rules, problems, online),
    taken,
    insisted,
    acting,
    change: loop.type,
    choose: loop.choose,
    retry: () => void loop.flush(),
    forgetTaken: () => setTaken(null),
    see,
    settle,
    act,
    setStatus,
  };
}

export type GarmentEditorState = ReturnType<typeof useGarmentEditor>;

/** Goes on when the line comes back, sends before the page is hidden, and looks when it is seen again. */
function useKeepGoing(loop: AutosaveLoop<GarmentDraft, GarmentAnswer>): void {
  useEffect(() => {
    const onOnline = () => void loop.flush();
    const onVisibility = () => {
      if (document.visibilityState === 'visible') void loop.look();
      else if (!loop.get().trouble) void loop.flush();
    };
    window.addEventListener('online', onOnline);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      window.removeEventListener('online', onOnline);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [loop]);
}

/** A garment that was just made has an address: a reload finds it, and the page stays as it is. */
function useAddress(isMade: boolean, href: string): void {
  useEffect(() => {
    if (isMade) window.history.replaceState(null, '', href);
  }, [isMade, href]);
}
