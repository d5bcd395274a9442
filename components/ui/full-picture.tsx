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
  shown?: number;
  onShow?: (index: number) => void;
  /** Of a button without words of its own. */
  label?: string;
  className: string;
  children: ReactNode;
}

const nowhere = () => {};

/** A button that shows pictures as large as the screen allows, and larger. */
export function FullPictures({
  pictures,
  shown = 0,
  onShow = nowhere,
  label,
  className,
  children,
}: FullPicturesProps) {
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
          <FullPictureDialog
            pictures={pictures}
            shown={shown}
            onShow={onShow}
            onClose={() => setOpen(false)}
          />
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
      label={pictureWords.fullScreen}
      className={classNames(buttonClass({ variant: 'onPicture' }), 'w-11 px-0', className)}
    >
      <Maximize2 aria-hidden />
    </FullPictures>
  );
}
