'use client';

import { X } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Notice } from '#components/ui/notice.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { countVisit } from '#lib/client/count-visit.ts';
import type { HouseModelView } from '#lib/contracts/photo.ts';
import { roomWords } from '#lib/words/try-on.ts';
import type { RoomGarment } from './types.ts';
import { useRoomAddress } from './use-room-address.ts';

// A page that is only looked at needs none of it.
const loadRoom = () => import('./fitting-room.tsx');
const FittingRoom = lazy(() => loadRoom().catch(() => ({ default: RoomDidNotCome })));

interface FittingStageProps {
  garment: RoomGarment;
  houseModels: HouseModelView[];
  gallery: ReactNode;
  /** Title, price, sizes: above the button. */
  intro: ReactNode;
  /** Description, material, size chart: below it. */
  story: ReactNode;
  /** What puts the garment into the bag, for the finished look. */
  bag?: ReactNode;
}

/**
 * The garment and, beside it, either its details or the fitting room. The garment stays in sight: on
 * the left, or on a phone, where the room is a sheet over the page, as the line at the sheet's head.
 */
export function FittingStage({
  garment,
  houseModels,
  gallery,
  intro,
  story,
  bag,
}: FittingStageProps) {
  const { inRoom, tryOnId, enter, follow, leave } = useRoomAddress();
  const opener = useRef<HTMLButtonElement>(null);
  const [failed, setFailed] = useState(false);
  useReturnTo(opener, inRoom);
  const isChoosing = inRoom && tryOnId === null;
  useEffect(() => {
    if (isChoosing) countVisit(garment.slug, 'open');
  }, [isChoosing, garment.slug]);

  // Fetched when it is reached for; if it does not come, the button can be pressed again.
  const prepare = () => loadRoom().catch(() => null);
  const [opening, setOpening] = useState(false);
  const away = useRef(false);
  useEffect(() => {
    away.current = false;
    return () => {
      away.current = true;
    };
  }, []);
  const open = async () => {
    if (opening) return;
    setOpening(true);
    const arrived = await prepare();
    // Whoever has gone on to another page meanwhile does not want a room there.
    if (away.current) return;
    setOpening(false);
    setFailed(!arrived);
    if (arrived) enter();
  };

  return (
    <div
      className={classNames(
        'grid gap-6 md:grid-cols-[var(--frame)_minmax(0,1fr)]',
        !inRoom && 'md:gap-x-16',
      )}
    >
      <div className="md:sticky md:top-20 md:self-start">{gallery}</div>
      {/* Kept while the room is open: a chosen size, and on a phone the place on the page. */}
      <div
        className={classNames('grid max-w-xl content-start gap-8 md:pt-6', inRoom && 'md:hidden')}
      >
        {intro}
        <div className="grid gap-3 max-md:tall:sticky max-md:bottom-0 max-md:z-10 max-md:-mx-4 max-md:bg-paper max-md:px-4 max-md:py-3">
          <Button
            ref={opener}
            size="large"
            wide
            className="max-w-md"
            onPointerEnter={() => void prepare()}
            onFocus={() => void prepare()}
            aria-disabled={opening || undefined}
            onClick={() => void open()}
          >
            {roomWords.enter}
          </Button>
          {failed && (
            <Notice kind="warning" role="status" className="max-w-md">
              {roomWords.didNotOpen}
            </Notice>
          )}
          <p className="text-sm text-ink-soft max-md:sr-only">{roomWords.enterHint}</p>
        </div>
        {story}
      </div>
      {inRoom && (
        <section
          aria-label={roomWords.region}
          data-sheet
          className="min-w-0 max-md:fixed max-md:inset-0 max-md:z-40 max-md:animate-sheet max-md:overflow-y-auto max-md:overscroll-contain max-md:bg-paper max-md:px-4"
        >
          <GarmentLine garment={garment} onLeave={leave} />
          <Suspense fallback={<Skeleton className="aspect-3/4 max-w-(--frame)" />}>
            <FittingRoom
              garment={garment}
              houseModels={houseModels}
              tryOnId={tryOnId}
              onTryOn={follow}
              onLeave={leave}
              bag={bag}
            />
          </Suspense>
        </section>
      )}
    </div>
  );
}

/** For a look that is opened by its address when the room's script does not come. */
function RoomDidNotCome() {
  return (
    <Notice kind="warning" role="status">
      {roomWords.didNotOpen}
    </Notice>
  );
}

/** Gives the focus back to what opened the room when it is left, by whichever way. */
function useReturnTo(opener: { current: HTMLElement | null }, inRoom: boolean): void {
  const wasInRoom = useRef(inRoom);
  useEffect(() => {
    if (wasInRoom.current && !inRoom) opener.current?.focus();
    wasInRoom.current = inRoom;
  }, [opener, inRoom]);
}

/**
 * The garment in one line, for screens that have no room to keep its picture beside. Elsewhere it is
 * still the page's heading, which the details took along when they made room.
 */
function GarmentLine({ garment, onLeave }: { garment: RoomGarment; onLeave: () => void }) {
  return (
    <div className="tall:sticky tall:top-0 z-20 -mx-4 mb-4 flex items-center gap-3 border-b border-line bg-paper px-4 py-2 md:sr-only">
      <Picture picture={garment.picture} alt="" sizes="2.75rem" className="w-11 shrink-0" />
      <div className="min-w-0 flex-1 text-sm">
        <h1 className="truncate font-medium">{garment.title}</h1>
        <p className="text-ink-soft tabular-nums">{garment.price}</p>
      </div>
      <Button
        variant="quiet"
        aria-label={roomWords.leave}
        onClick={onLeave}
        className="-mr-2 w-11 px-0 md:hidden"
      >
        <X aria-hidden />
      </Button>
    </div>
  );
}
