'use client';

import { useSearchParams } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Picture } from '#components/ui/picture.tsx';
import type { HouseModelView } from '#lib/contracts/photo.ts';
import { FittingRoom } from './fitting-room.tsx';
import type { RoomGarment } from './types.ts';

interface FittingStageProps {
  garment: RoomGarment;
  houseModels: HouseModelView[];
  gallery: ReactNode;
  /** Title, price, sizes: above the button. */
  intro: ReactNode;
  /** Description, material, size chart: below it. */
  story: ReactNode;
}

const PARAMETER = 'try-on';

/**
 * The garment and, beside it, either its details or the fitting room. The garment stays in sight:
 * on the left, or on a phone as a line that sticks to the top.
 */
export function FittingStage({ garment, houseModels, gallery, intro, story }: FittingStageProps) {
  const tryOnId = useSearchParams().get(PARAMETER);
  const [open, setOpen] = useState(false);
  const inRoom = open || tryOnId !== null;
  const opener = useRef<HTMLButtonElement>(null);
  const returning = useRef(false);

  useEffect(() => {
    if (!inRoom && returning.current) {
      returning.current = false;
      opener.current?.focus();
    }
  }, [inRoom]);

  const leave = () => {
    returning.current = true;
    setOpen(false);
    putTryOnInAddress(null);
  };

  return (
    <div
      className={classNames(
        'grid gap-6 md:grid-cols-[var(--frame)_minmax(0,1fr)]',
        !inRoom && 'md:gap-x-16',
      )}
    >
      <div className={classNames('md:sticky md:top-20 md:self-start', inRoom && 'max-md:hidden')}>
        {gallery}
      </div>
      {inRoom ? (
        <div className="min-w-0">
          <GarmentLine garment={garment} />
          <FittingRoom
            garment={garment}
            houseModels={houseModels}
            tryOnId={tryOnId}
            onTryOn={(id) => {
              setOpen(true);
              putTryOnInAddress(id);
            }}
            onLeave={leave}
          />
        </div>
      ) : (
        <div className="grid max-w-xl content-start gap-8 md:pt-6">
          {intro}
          <div className="grid gap-3 max-md:[@media(min-height:42rem)]:sticky max-md:bottom-0 max-md:z-10 max-md:-mx-4 max-md:bg-paper max-md:px-4 max-md:py-3">
            <Button
              ref={opener}
              size="large"
              wide
              className="max-w-md"
              onClick={() => setOpen(true)}
            >
              Try it on
            </Button>
            <p className="text-sm text-ink-soft max-md:sr-only">
              With a photo of your own, or on a house model.
            </p>
          </div>
          {story}
        </div>
      )}
    </div>
  );
}

/**
 * The garment in one line, for screens that have no room to keep its picture beside. Elsewhere it is
 * still the page's heading, which the details took along when they made room.
 */
function GarmentLine({ garment }: { garment: RoomGarment }) {
  return (
    <div className="tall:sticky tall:top-16 z-20 -mx-4 -mt-4 mb-4 flex items-center gap-3 border-b border-line bg-paper px-4 py-2 md:sr-only">
      <Picture picture={garment.picture} alt="" sizes="2.75rem" className="w-11" />
      <div className="text-sm">
        <h1 className="font-medium">{garment.title}</h1>
        <p className="text-ink-soft tabular-nums">{garment.price}</p>
      </div>
    </div>
  );
}

/** In the address, so that a reload, a bookmark and the way back find the same try-on. */
function putTryOnInAddress(id: string | null): void {
  const address = new URL(window.location.href);
  if (id) address.searchParams.set(PARAMETER, id);
  else address.searchParams.delete(PARAMETER);
  window.history.replaceState(null, '', address);
}
