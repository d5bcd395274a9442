'use client';

import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { MenuOnDemand } from '#components/shop/menu-on-demand.tsx';
import { lazyOrNothing } from '#lib/client/lazy-or-nothing.ts';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { lookName } from '#lib/words/garment-name.ts';
import { looksWords } from '#lib/words/looks.ts';

const load = () => import('./look-menu-items.tsx');
const LookMenuItems = lazy(load);
const FeedbackDialog = lazyOrNothing(() => import('#components/try-on/feedback-dialog.tsx'));

interface LookMenuProps {
  tryOn: TryOnView;
  onDelete: () => void;
}

/** What else can be done with a look. */
export function LookMenu({ tryOn, onDelete }: LookMenuProps) {
  const label = looksWords.moreOf(lookName(tryOn));
  const trigger = <Ellipsis aria-hidden />;
  const [reporting, setReporting] = useState(false);
  return (
    <>
      <MenuOnDemand label={label} trigger={trigger} load={load}>
        <LookMenuItems
          label={label}
          trigger={trigger}
          tryOn={tryOn}
          onReport={() => setReporting(true)}
          onDelete={onDelete}
        />
      </MenuOnDemand>
      {reporting && (
        <Suspense fallback={null}>
          <FeedbackDialog tryOnId={tryOn.id} onClose={() => setReporting(false)} />
        </Suspense>
      )}
    </>
  );
}
