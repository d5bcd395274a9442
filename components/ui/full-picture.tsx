'use client';

import { Maximize2 } from 'lucide-react';
import { pictureWords } from '#lib/words/pictures.ts';
import { buttonClass } from './button-class.ts';
import { classNames } from './class-names.ts';
import type { PictureSource } from './picture.tsx';
import { useFullPicture } from './use-full-picture.tsx';

interface FullPictureProps {
  picture: PictureSource;
  alt: string;
  className?: string;
}

/** A button over a picture that shows all of it as large as the screen allows, and larger. */
export function FullPicture({ picture, alt, className }: FullPictureProps) {
  const { opener, dialog } = useFullPicture({ pictures: [{ ...picture, alt }] });
  return (
    <>
      <button
        {...opener}
        aria-label={pictureWords.fullScreen}
        className={classNames(buttonClass({ variant: 'onPicture' }), 'w-11 px-0', className)}
      >
        <Maximize2 aria-hidden />
      </button>
      {dialog}
    </>
  );
}
