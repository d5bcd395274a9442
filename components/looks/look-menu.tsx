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
const ShareDialog = lazyOrNothing(() => import('./share-dialog.tsx'));
const FeedbackDialog = lazyOrNothing(() => import('#components/try-on/feedback-dialog.tsx'));

interface LookMenuProps {
  tryOn: TryOnView;
  onDelete: () => void;
}

/** What else can be done with a look. */
export function LookMenu({ tryOn, onDelete }: LookMenuProps) {
  const label = looksWords.moreOf(lookName(tryOn));
  const trigger = <Ellipsis aria-hidden />;
  const [asked, setAsked] = useState<'share' | 'report' | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <MenuOnDemand label={label} trigger={trigger} load={load}>
        <LookMenuItems
          label={label}
          trigger={trigger}
          tryOn={tryOn}
          onShare={() => setAsked('share')}
          onReport={() => setAsked('report')}
          onDelete={onDelete}
        />
      </MenuOnDemand>
      {asked && (
        <Suspense fallback={null}>
          {asked === 'share' ? (
            <ShareDialog tryOnId={tryOn.id} onClose={close} />
          ) : (
            <FeedbackDialog tryOnId={tryOn.id} onClose={close} />
          )}
        </Suspense>
      )}
    </>
  );
}
