'use client';

import { ChevronLeft, ChevronRight, Minus, Plus, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import {
  type ComponentProps,
  type KeyboardEvent,
  type MouseEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import { useFocusReturn } from '#components/ui/use-focus-return.ts';
import type { GarmentImageView } from '#lib/contracts/garment.ts';

interface ZoomDialogProps {
  images: GarmentImageView[];
  title: string;
  shown: number;
  onShow: (index: number) => void;
  onClose: () => void;
}

const STEPS = [1, 1.75, 2.5, 4];

/**
 * The pictures as large as the screen, and larger. Moving about in one is the browser's own
 * scrolling, so a finger, a wheel and the arrow keys all do it.
 */
export default function ZoomDialog({ images, title, shown, onShow, onClose }: ZoomDialogProps) {
  const focusReturn = useFocusReturn();
  const [step, setStep] = useState(0);
  const room = useRef<HTMLDivElement>(null);
  /** The point of the picture that stays in the middle, as parts of its width and height. */
  const point = useRef({ x: 0.5, y: 0.5 });
  const image = images[shown];
  const zoom = STEPS[step] ?? 1;

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the picture has another size
  useLayoutEffect(() => {
    const { current: element } = room;
    if (!element) return;
    const { x, y } = point.current;
    element.scrollLeft = x * element.scrollWidth - element.clientWidth / 2;
    element.scrollTop = y * element.scrollHeight - element.clientHeight / 2;
  }, [zoom, shown]);

  if (!image) return null;
  const alt = image.alt || title;

  const zoomTo = (next: number, at = { x: 0.5, y: 0.5 }) => {
    point.current = at;
    setStep(Math.min(Math.max(next, 0), STEPS.length - 1));
  };
  const turnTo = (index: number) => {
    zoomTo(0);
    onShow((index + images.length) % images.length);
  };
  const pressed = ({ currentTarget, clientX, clientY, detail }: MouseEvent) => {
    const box = currentTarget.getBoundingClientRect();
    // A press of Enter has no place.
    const at =
      detail > 0
        ? { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height }
        : undefined;
    zoomTo(step === 0 ? 2 : 0, at);
  };
  const typed = ({ key }: KeyboardEvent) => {
    if (key === '+' || key === '=') zoomTo(step + 1);
    if (key === '-') zoomTo(step - 1);
    if (key === '0') zoomTo(0);
    if (step > 0 || images.length < 2) return;
    if (key === 'ArrowLeft') turnTo(shown - 1);
    if (key === 'ArrowRight') turnTo(shown + 1);
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Content
          {...focusReturn}
          aria-describedby={undefined}
          onKeyDown={typed}
          className="fixed inset-0 z-50 animate-fade bg-paper"
        >
          <Dialog.Title className="sr-only">{alt}</Dialog.Title>
          <div ref={room} className="flex size-full overflow-auto overscroll-contain">
            <button
              type="button"
              aria-label={step === 0 ? 'Zoom into the picture' : 'Show the whole picture'}
              onClick={pressed}
              style={{
                width: `calc(min(100vw, 100dvh * ${image.width / image.height}) * ${zoom})`,
              }}
              className={`m-auto block shrink-0 ${step === 0 ? 'cursor-zoom-in' : 'cursor-zoom-out'}`}
            >
              {/* biome-ignore lint/performance/noImgElement: garment pictures come in precomputed widths */}
              <img
                src={image.url}
                width={image.width}
                height={image.height}
                alt={alt}
                className="h-auto w-full brightness-(--picture-light)"
              />
            </button>
          </div>
          <div className="absolute top-3 right-3 flex gap-2">
            <Tool label="Zoom out" disabled={step === 0} onClick={() => zoomTo(step - 1)}>
              <Minus aria-hidden />
            </Tool>
            <Tool
              label="Zoom in"
              disabled={step === STEPS.length - 1}
              onClick={() => zoomTo(step + 1)}
            >
              <Plus aria-hidden />
            </Tool>
            <Dialog.Close asChild>
              <Tool label="Close">
                <X aria-hidden />
              </Tool>
            </Dialog.Close>
          </div>
          {images.length > 1 && (
            <div className="absolute inset-x-3 bottom-3 flex items-center justify-center gap-2">
              <Tool label="Previous picture" onClick={() => turnTo(shown - 1)}>
                <ChevronLeft aria-hidden />
              </Tool>
              <p role="status" className="rounded-control bg-paper px-3 py-2 text-sm tabular-nums">
                <span className="sr-only">Picture </span>
                {shown + 1} of {images.length}
              </p>
              <Tool label="Next picture" onClick={() => turnTo(shown + 1)}>
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
