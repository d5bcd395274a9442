'use client';

import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { lastSubject } from '#lib/client/last-subject.ts';
import type { HouseModelView } from '#lib/contracts/photo.ts';
import { ChooseSubject } from './choose-subject.tsx';
import { FollowTryOn } from './follow-try-on.tsx';
import type { Choice, RoomGarment } from './types.ts';
import { useSubmission } from './use-submission.ts';

interface FittingRoomProps {
  garment: RoomGarment;
  houseModels: HouseModelView[];
  tryOnId: string | null;
  onTryOn: (id: string | null) => void;
  onLeave: () => void;
}

/** Choosing who wears it, or following the try-on that was asked for. */
export function FittingRoom({ garment, houseModels, tryOnId, onTryOn, onLeave }: FittingRoomProps) {
  const submission = useSubmission(onTryOn);
  const [choice, setChoice] = useState<Choice | null>(() => startingChoice(tryOnId));

  const chooseAgain = (next: Choice | null) => {
    submission.reset();
    setChoice(next);
    onTryOn(null);
  };

  return (
    <div className="grid gap-4">
      {tryOnId ? (
        <FollowTryOn
          key={tryOnId}
          tryOnId={tryOnId}
          submission={submission}
          onChooseAgain={chooseAgain}
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
      <Button variant="quiet" onClick={onLeave} className="-ml-4 justify-self-start">
        <ArrowLeft aria-hidden /> Back to the garment
      </Button>
    </div>
  );
}

/**
 * The person of the last try-on in this tab. The room opens by a click, so there is no server
 * render to differ from, except with a try-on in the address, where nothing is chosen anyway.
 */
function startingChoice(tryOnId: string | null): Choice | null {
  return tryOnId === null ? lastSubject() : null;
}
