'use client';

import { type ReactNode, Suspense, useState } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';

interface MenuOnDemandProps {
  /** Accessible name of the button. */
  label: string;
  /** What the button shows. */
  trigger: ReactNode;
  /** Fetches the menu's script; called as soon as somebody reaches for the button. */
  load: () => Promise<unknown>;
  /** The menu, open, with the same label and trigger. */
  children: ReactNode;
}

/**
 * The button of a menu, and the menu itself once it is wanted: every page has one in its header,
 * and its script is larger than all of the rest of the header.
 */
export function MenuOnDemand({ label, trigger, load, children }: MenuOnDemandProps) {
  const [wanted, setWanted] = useState(false);
  // A script that does not come leaves the button as it is, to be pressed again.
  const prepare = () => load().catch(() => null);
  const button = (
    <button
      type="button"
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void prepare()}
      onFocus={() => void prepare()}
      onClick={async () => {
        if (await prepare()) setWanted(true);
      }}
      className={buttonClass({ variant: 'quiet' })}
    >
      {trigger}
    </button>
  );
  return wanted ? <Suspense fallback={button}>{children}</Suspense> : button;
}
