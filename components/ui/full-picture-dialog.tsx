'use client';

import { ChevronLeft, ChevronRight, Minus, Plus, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type ComponentProps, type KeyboardEvent, useRef } from 'react';
import { pictureWords } from '#lib/words/pictures.ts';
import { uiWords } from '#lib/words/ui.ts';
import { buttonClass } from './button-class.ts';
import { classNames } from './class-names.ts';
import type { PictureSource } from './picture.tsx';
import { useFocusReturn } from './use-focus-return.ts';
import { useZoom } from './use-zoom.ts';
import { MOST_ZOOM } from './zoom-view.ts';

export interface FullPictureSource extends PictureSource {
  alt: string;
}

interface FullPictureDialogProps {
  pictures: FullPictureSource[];
  shown: number;
  onShow: (index: number) => void;
  onClose: () => void;
}

/** What a press of a key or a button does. */
const ZOOM_STEP = 1.6;
const PAN_STEP = 96;

const arrows: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: PAN_STEP, y: 0 },
  ArrowRight: { x: -PAN_STEP, y: 0 },
  ArrowUp: { x: 0, y: PAN_STEP },
  ArrowDown: { x: 0, y: -PAN_STEP },
};

/** Pictures as large as the screen, and larger: by pinch, wheel, double tap, buttons and keys. */
export default function FullPictureDialog({
  pictures,
  shown,
  onShow,
  onClose,
}: FullPictureDialogProps) {
  const focusReturn = useFocusReturn();
  const frame = useRef<HTMLDivElement>(null);
  const picture = pictures[shown] ?? { url: '', width: 1, height: 1, alt: '' };
  const several = pictures.length > 1;
  const turn = (by: 1 | -1) => {
    if (!several) return;
    reset();
    onShow((shown + by + pictures.length) % pictures.length);
  };
  const { view, held, pointer, zoomBy, move, reset } = useZoom({ frame, picture, onTurn: turn });
  const whole = view.scale === 1;

  const typed = (event: KeyboardEvent) => {
    const { key } = event;
    const way = arrows[key];
    if (key === '+' || key === '=') zoomBy(ZOOM_STEP);
    else if (key === '-') zoomBy(1 / ZOOM_STEP);
    else if (key === '0') reset();
    else if (way && !whole) move(way);
    else if (key === 'ArrowLeft') turn(-1);
    else if (key === 'ArrowRight') turn(1);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Content
          {...focusReturn}
          aria-describedby={undefined}
          onKeyDown={typed}
          className="fixed inset-0 z-50 animate-fade overflow-hidden bg-paper"
        >
          <Dialog.Title className="sr-only">{picture.alt}</Dialog.Title>
          <div
            ref={frame}
            {...pointer}
            className={classNames(
              'size-full touch-none overflow-hidden select-none',
              whole ? 'cursor-zoom-in' : held ? 'cursor-grabbing' : 'cursor-grab',
            )}
          >
            {/* biome-ignore lint/performance/noImgElement: private pictures must not pass an optimizer's cache */}
            <img
              key={picture.url}
              src={picture.url}
              width={picture.width}
              height={picture.height}
              alt={picture.alt}
              draggable={false}
              style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
              className={classNames(
                'size-full animate-fade object-contain brightness-(--picture-light)',
                !held && 'transition-transform duration-200 ease-settle',
              )}
            />
          </div>
          <div className="absolute top-3 right-3 flex gap-2">
            <Tool
              label={pictureWords.zoomOut}
              disabled={whole}
              onClick={() => zoomBy(1 / ZOOM_STEP)}
            >
              <Minus aria-hidden />
            </Tool>
            <Tool
              label={pictureWords.zoomIn}
              disabled={view.scale === MOST_ZOOM}
              onClick={() => zoomBy(ZOOM_STEP)}
            >
              <Plus aria-hidden />
            </Tool>
            <Dialog.Close asChild>
              <Tool label={uiWords.close}>
                <X aria-hidden />
              </Tool>
            </Dialog.Close>
          </div>
          {several && (
            <div className="absolute inset-x-3 bottom-3 flex items-center justify-center gap-2">
              <Tool label={pictureWords.previous} onClick={() => turn(-1)}>
                <ChevronLeft aria-hidden />
              </Tool>
              <p role="status" className="rounded-control bg-paper px-3 py-2 text-sm tabular-nums">
                <span className="sr-only">{pictureWords.picture} </span>
                {pictureWords.of(shown + 1, pictures.length)}
              </p>
              <Tool label={pictureWords.next} onClick={() => turn(1)}>
                <ChevronRight aria-hidden />
              </Tool>
            </div>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Tool({ label, ...rest }: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      className={`${buttonClass({ variant: 'onPicture' })} w-11 border border-line px-0`}
      {...rest}
    />
  );
}
