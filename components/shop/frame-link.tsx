'use client';

import Link from 'next/link';
import { type ComponentProps, useState } from 'react';

/**
 * A link of the header, in sight on every page: what it leads to is fetched when somebody reaches for
 * it, and not before. My looks alone has a tenth of a page's script.
 */
export function FrameLink(props: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  const [reached, setReached] = useState(false);
  const reach = () => setReached(true);
  return (
    <Link {...props} prefetch={reached ? null : false} onPointerEnter={reach} onFocus={reach} />
  );
}
