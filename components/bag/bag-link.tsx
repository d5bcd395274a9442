'use client';

import { ShoppingBag } from 'lucide-react';
import { FrameLink } from '#components/shop/frame-link.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { useBag } from '#lib/client/use-bag.ts';
import { bagWords } from '#lib/words/bag.ts';

/** The bag in the header. Its count comes when the page is there, in a place that moves nothing. */
export function BagLink() {
  const { bag } = useBag();
  const count = bag?.count ?? 0;
  return (
    <FrameLink
      href="/bag"
      aria-label={bagWords.link(count)}
      className={`${buttonClass({ variant: 'quiet' })} relative w-11 px-0`}
    >
      <ShoppingBag aria-hidden />
      {count > 0 && (
        <span className="absolute top-1 right-0.5 min-w-4.5 animate-fade rounded-full bg-accent px-1 text-center text-[0.6875rem] leading-4.5 font-semibold text-on-accent tabular-nums">
          {bagWords.badge(count)}
        </span>
      )}
    </FrameLink>
  );
}
