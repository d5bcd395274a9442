'use client';

import { Ruler } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { lazyOrNothing } from '#lib/client/lazy-or-nothing.ts';
import { useMeasuresText } from '#lib/client/measures-storage.ts';
import { useSession } from '#lib/client/use-session.ts';
import { sizeQuestionWords } from '#lib/words/size-question.ts';
import type { SizedGarment } from './sized-garment.ts';

const loadDialog = () => import('./size-dialog.tsx');
const SizeDialog = lazy(loadDialog);
const SizeAnswer = lazyOrNothing(() => import('./size-answer.tsx'));

/**
 * One quiet line under the sizes: the question, or its answer for somebody whose measurements are
 * known. It keeps its height, since the answer is only known on the device and after the rest.
 */
export function SizeQuestion({ garment }: { garment: SizedGarment }) {
  const [open, setOpen] = useState(false);
  const { session } = useSession();
  const hasAccount = session !== null && !session.isGuest;
  const mayBeKnown = useMeasuresText() !== null || hasAccount;
  // Fetched when it is reached for; if it does not come, the button can be pressed again.
  const prepare = () => loadDialog().catch(() => null);
  return (
    <div className="group -mt-2 flex min-h-11 items-center gap-x-3 text-sm">
      {mayBeKnown && (
        <Suspense fallback={null}>
          <SizeAnswer garment={garment} />
        </Suspense>
      )}
      <button
        type="button"
        aria-haspopup="dialog"
        onPointerEnter={() => void prepare()}
        onFocus={() => void prepare()}
        onClick={async () => {
          if (await prepare()) setOpen(true);
        }}
        className="flex min-h-11 shrink-0 items-center gap-2 text-link"
      >
        {/* One button with two names: the focus comes back to it when the answer has appeared. */}
        <Ruler aria-hidden className="size-4 text-ink-soft group-has-[p]:hidden" />
        <span className="group-has-[p]:hidden">{sizeQuestionWords.question}</span>
        <span className="hidden group-has-[p]:inline">{sizeQuestionWords.seeWhy}</span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <SizeDialog garment={garment} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
