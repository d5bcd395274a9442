import { type ComponentType, lazy } from 'react';

/**
 * A part that the page can do without. Its script may not come (no network, or a newer version of the
 * shop has replaced it), and a `lazy` that fails takes the whole page with it; here nothing is shown.
 */
export function lazyOrNothing<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
) {
  return lazy(
    (): Promise<{ default: ComponentType<Props> }> => load().catch(() => ({ default: Nothing })),
  );
}

const Nothing = () => null;
