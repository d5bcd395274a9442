'use client';

import { Bell } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { useTellMe } from '#lib/client/tell-me.ts';
import { waitingWords } from '#lib/words/waiting.ts';
import { askToBeTold } from './ask-to-be-told.ts';

/**
 * Beside something that is being made: a notification when it is ready. Says so once it is wished
 * for; shows nothing to whoever has refused, or whose browser cannot.
 */
export function TellMeButton({ className }: { className?: string }) {
  const tellMe = useTellMe();
  switch (tellMe) {
    case 'unavailable':
    case 'refused':
      return null;
    case 'off':
      return (
        <Button variant="quiet" onClick={() => void askToBeTold()} className={className}>
          <Bell aria-hidden /> {waitingWords.tellMe}
        </Button>
      );
    case 'on':
      return <p className="text-sm text-pretty text-ink-soft">{waitingWords.willTell}</p>;
  }
}
