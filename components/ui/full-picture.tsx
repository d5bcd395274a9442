'use client';

import { Maximize2 } from 'lucide-react';
import { type ReactNode, Suspense } from 'react';
import { useAddressLayer } from '#lib/client/address-layer.ts';
import { lazyOrNothing } from '#lib/client/lazy-or-nothing.ts';
import { pictureWords } from '#lib/words/pictures.ts';
import { buttonClass } from './button-class.ts';
import { classNames } from './class-names.ts';
import type { FullPictureSource } from './full-picture-dialog.tsx';
import type { PictureSource } from './picture.tsx';

const load = () => import('./full-picture-dialog.tsx');
const FullPictureDialog = lazyOrNothing(load);

interface FullPicturesProps {
  /** In the address while they are shown; no others on the page have it. */
  name: string;
  pictures: FullPictureSource[];
  shown?: number;
  onShow?: (index: number) => void;
  /** Of a button without words of its own. */
  label?: string;
  className: string;
  children: ReactNode;
}

const nowhere = () => {};

/** A button that shows pictures as large as the screen allows, and larger, in a layer over the page. */
export function FullPictures({
  name,
  pictures,
  shown = 0,
  onShow = nowhere,
  label,
  className,
  children,
}: FullPicturesProps) {
  const { value, open, close } = useAddressLayer('picture');
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
          if (await prepare()) open(name);
        }}
        className={className}
      >
        {children}
      </button>
      {value === name && (
        <Suspense fallback={null}>
          <FullPictureDialog pictures={pictures} shown={shown} onShow={onShow} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

interface FullPictureProps {
  name: string;
  picture: PictureSource;
  alt: string;
  className?: string;
}

/** The same for one picture: a button to lay over it. */
export function FullPicture({ name, picture, alt, className }: FullPictureProps) {
  return (
    <FullPictures
      name={name}
      pictures={[{ ...picture, alt }]}
      label={pictureWords.fullScreen}
      className={classNames(buttonClass({ variant: 'onPicture' }), 'w-11 px-0', className)}
    >
      <Maximize2 aria-hidden />
    </FullPictures>
  );
}
