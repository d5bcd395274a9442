'use client';

import { useEffect, useState } from 'react';

/** Under the middle of what floats there: on a phone it is as wide as the screen, else in the left corner. */
const LOOKED_AT_X = 180;

/**
 * How many pixels at the foot of the screen are taken by a bar that stays there while the page
 * scrolls. Such bars come, grow and go with what is done in them, so it is looked at in each frame.
 *
 * @param watching only while something floats there
 */
export function useFootOfScreen(watching: boolean): number {
  const [taken, setTaken] = useState(0);
  useEffect(() => {
    if (!watching) return;
    let frame = 0;
    const look = () => {
      setTaken(heightOfBar());
      frame = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [watching]);
  return taken;
}

function heightOfBar(): number {
  const { innerHeight } = window;
  for (const element of document.elementsFromPoint(LOOKED_AT_X, innerHeight - 1)) {
    const { position, bottom } = getComputedStyle(element);
    if (position === 'sticky' && bottom === '0px') {
      return innerHeight - element.getBoundingClientRect().top;
    }
  }
  return 0;
}
