'use client';

import { Maximize2 } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { pictureWords } from '#lib/words/pictures.ts';
import { buttonClass } from './button-class.ts';
import { classNames } from './class-names.ts';
import type { FullPictureSource } from './full-picture-dialog.tsx';
import type { PictureSource } from './picture.tsx';

const load = () => import('./full-picture-dialog.tsx');
const FullPictureDialog = lazy(load);

interface FullPicturesProps {
  pictures: FullPictureSource[];
  shown: number;
  onShow: (index: number) => void;
  /** Of the button. */
  label: string;
  className: string;
  children: ReactNode;
}

/** A button that shows pictures as large as the screen allows, and larger. */
export function FullPictures({ label, className, children, ...pictures }: FullPicturesProps) {
  const [open, setOpen] = useState(false);
  // Fetched when it is reached for; if it does not come, the button can be pressed again.
  const prepare = () => load().catch(() => null);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={label}
        onPointerEnter={() => void prepare()}
        onFocus={() => void prepare()}
        onClick={async () => {
          if (await prepare()) setOpen(true);
        }}
        className={className}
      >
        {children}
      </button>
      {open && (
        <Suspense fallback={null}>
          <FullPictureDialog {...pictures} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

interface FullPictureProps {
  picture: PictureSource;
  alt: string;
  className?: string;
}

/** The same for one picture: a button to lay over it. */
export function FullPicture({ picture, alt, className }: FullPictureProps) {
  return (
    <FullPictures
      pictures={[{ ...picture, alt }]}
      shown={0}
      onShow={() => {}}
      label={pictureWords.fullScreen}
      className={classNames(buttonClass({ variant: 'onPicture' }), 'w-11 px-0', className)}
    >
      <Maximize2 aria-hidden />
    </FullPictures>
  );
}
