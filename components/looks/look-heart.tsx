'use client';

import { Heart } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { likeLook } from '#lib/client/like-look.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { say } from '#lib/client/say.ts';
import { refreshTryOns } from '#lib/client/use-try-ons.ts';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { lookName } from '#lib/words/garment-name.ts';
import { looksWords } from '#lib/words/looks.ts';

interface LookHeartProps {
  look: Extract<TryOnView, { state: 'succeeded' }>;
}

/** The heart of a look that is seen by itself, in the corner of its picture. */
export function LookHeart({ look }: LookHeartProps) {
  const toggle = async () => {
    try {
      await likeLook(look.id, !look.favourite);
      await refreshTryOns();
    } catch (refused) {
      // Where the server is out of reach the toast's script may be, too.
      await say(sayError(refused)).catch(() => {});
    }
  };
  return (
    <Button
      variant="onPicture"
      aria-label={looksWords.like(lookName(look))}
      aria-pressed={look.favourite}
      onClick={() => void toggle()}
      className="absolute top-3 left-3 w-11 px-0 aria-pressed:text-accent aria-pressed:[&_svg]:fill-accent"
    >
      <Heart aria-hidden />
    </Button>
  );
}
