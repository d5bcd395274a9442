import { useEffect, useState } from 'react';

/** A value that follows when nothing has changed it for so many milliseconds: what is typed, for a search. */
export function useSettled<T>(value: T, pause: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
