'use client';

import { ArrowLeft } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useState, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { lastSubject } from '#lib/client/last-subject.ts';
import type { HouseModelView } from '#lib/contracts/photo.ts';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { roomWords } from '#lib/words/try-on.ts';
import { ChooseSubject } from './choose-subject.tsx';
import { FollowTryOn } from './follow-try-on.tsx';
import type { Choice, RoomGarment } from './types.ts';
import { lookHref } from './use-room-address.ts';
import { useSubmission } from './use-submission.ts';

interface FittingRoomProps {
  garment: RoomGarment;
  houseModels: HouseModelView[];
  tryOnId: string | null;
  onTryOn: (id: string | null) => void;
  onLeave: () => void;
  bag: ReactNode;
}

/** Choosing who wears it, or following the try-on that was asked for. */
export default function FittingRoom({
  garment,
  houseModels,
  tryOnId,
  onTryOn,
  onLeave,
  bag,
}: FittingRoomProps) {
  const router = useRouter();
  const [moving, startMoving] = useTransition();
  const [choice, setChoice] = useState<Choice | null>(null);
  const submission = useSubmission((tryOn: TryOnView) => {
    if (tryOn.garment.slug === garment.slug) return onTryOn(tryOn.id);
    // Another garment was tried on from here: it has a page of its own.
    startMoving(() => router.push(lookHref(tryOn)));
  });

  // The person of the last try-on in this tab, whom the server, which may render this, does not know.
  useEffect(() => {
    if (tryOnId === null) setChoice((chosen) => chosen ?? lastSubject());
  }, [tryOnId]);

  const chooseAgain = (next: Choice | null) => {
    submission.reset();
    setChoice(next);
    onTryOn(null);
  };

  return (
    <div className="grid grid-cols-1 gap-4">
      {tryOnId ? (
        <FollowTryOn
          key={tryOnId}
          tryOnId={tryOnId}
          garment={garment}
          submission={submission}
          moving={moving}
          onChooseAgain={chooseAgain}
          bag={bag}
        />
      ) : (
        <ChooseSubject
          garment={garment}
          houseModels={houseModels}
          choice={choice}
          onChoose={setChoice}
          submission={submission}
        />
      )}
      <Button variant="quiet" onClick={onLeave} className="-ml-4 justify-self-start max-md:hidden">
        <ArrowLeft aria-hidden /> {roomWords.leave}
      </Button>
    </div>
  );
}
