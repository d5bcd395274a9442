'use client';

import { Link2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { lazyOrNothing } from '#lib/client/lazy-or-nothing.ts';
import { shareWords } from '#lib/words/share.ts';

const ShareDialog = lazyOrNothing(() => import('#components/looks/share-dialog.tsx'));

/** The way to a link that shows a look to somebody else. */
export function Share({ tryOnId }: { tryOnId: string }) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setAsked(true)}>
        <Link2 aria-hidden /> {shareWords.open}
      </Button>
      {asked && (
        <Suspense fallback={null}>
          <ShareDialog tryOnId={tryOnId} onClose={() => setAsked(false)} />
        </Suspense>
      )}
    </>
  );
}
