'use client';

import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { ShopBagView } from '#lib/contracts/bag.ts';
import { orderWords } from '#lib/words/bag.ts';

const OrderForm = lazy(() => import('./order-form.tsx'));

/** For a shop without a checkout of its own: the way to ask it, and the form once that is wanted. */
export function OrderRequest({ part }: { part: ShopBagView }) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const returning = useRef(false);

  useEffect(() => {
    if (open || !returning.current) return;
    returning.current = false;
    opener.current?.focus();
  }, [open]);

  if (open) {
    return (
      <Suspense fallback={<Skeleton className="h-96" />}>
        <OrderForm
          part={part}
          onCancel={() => {
            returning.current = true;
            setOpen(false);
          }}
        />
      </Suspense>
    );
  }
  return (
    <>
      <Button ref={opener} size="large" wide onClick={() => setOpen(true)}>
        {orderWords.open(part.shop.name)}
      </Button>
      <p className="text-sm text-pretty text-ink-soft">{orderWords.note(part.shop.name)}</p>
    </>
  );
}
