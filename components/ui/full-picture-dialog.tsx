'use client';

import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { buttonClass } from './button-class.ts';
import { classNames } from './class-names.ts';
import type { PictureSource } from './picture.tsx';
import { useFocusReturn } from './use-focus-return.ts';

interface FullPictureDialogProps {
  picture: PictureSource;
  alt: string;
  onClose: () => void;
}

export default function FullPictureDialog({ picture, alt, onClose }: FullPictureDialogProps) {
  const focusReturn = useFocusReturn();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Content
          {...focusReturn}
          aria-describedby={undefined}
          className="fixed inset-0 z-50 grid animate-fade place-items-center bg-paper"
        >
          <Dialog.Title className="sr-only">{alt}</Dialog.Title>
          {/* biome-ignore lint/performance/noImgElement: private pictures must not pass an optimizer's cache */}
          <img
            src={picture.url}
            width={picture.width}
            height={picture.height}
            alt={alt}
            className="h-dvh w-full object-contain brightness-(--picture-light)"
          />
          <Dialog.Close
            aria-label="Close"
            className={classNames(
              buttonClass({ variant: 'onPicture' }),
              'absolute top-3 right-3 w-11 px-0',
            )}
          >
            <X aria-hidden />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
