'use client';

import { Maximize2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { buttonClass } from './button-class.ts';
import { classNames } from './class-names.ts';
import type { PictureSource } from './picture.tsx';

const load = () => import('./full-picture-dialog.tsx');
const FullPictureDialog = lazy(load);

interface FullPictureProps {
  picture: PictureSource;
  alt: string;
  className?: string;
}

/** A button over a picture that shows all of it as large as the screen allows. */
export function FullPicture({ picture, alt, className }: FullPictureProps) {
  const [open, setOpen] = useState(false);
  // Fetched when it is reached for; if it does not come, the button can be pressed again.
  const prepare = () => load().catch(() => null);
  return (
    <>
      <button
        type="button"
        aria-label="Full screen"
        aria-haspopup="dialog"
        onPointerEnter={() => void prepare()}
        onClick={async () => {
          if (await prepare()) setOpen(true);
        }}
        className={classNames(buttonClass({ variant: 'onPicture' }), 'w-11 px-0', className)}
      >
        <Maximize2 aria-hidden />
      </button>
      {open && (
        <Suspense fallback={null}>
          <FullPictureDialog picture={picture} alt={alt} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
