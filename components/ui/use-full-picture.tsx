'use client';

import { lazy, Suspense, useState } from 'react';
import type { FullPictureSource } from './full-picture-dialog.tsx';

const load = () => import('./full-picture-dialog.tsx');
const FullPictureDialog = lazy(load);

interface FullPictures {
  pictures: FullPictureSource[];
  shown?: number;
  onShow?: (index: number) => void;
}

const nowhere = () => {};

/**
 * Pictures that can be looked at as large as the screen: what the button that opens them needs, and
 * the dialog to put beside it.
 */
export function useFullPicture({ pictures, shown = 0, onShow = nowhere }: FullPictures) {
  const [open, setOpen] = useState(false);
  // Fetched when it is reached for; if it does not come, the button can be pressed again.
  const prepare = () => load().catch(() => null);
  return {
    opener: {
      type: 'button',
      'aria-haspopup': 'dialog',
      onPointerEnter: () => void prepare(),
      onFocus: () => void prepare(),
      onClick: async () => {
        if (await prepare()) setOpen(true);
      },
    } as const,
    dialog: open && (
      <Suspense fallback={null}>
        <FullPictureDialog
          pictures={pictures}
          shown={shown}
          onShow={onShow}
          onClose={() => setOpen(false)}
        />
      </Suspense>
    ),
  };
}
