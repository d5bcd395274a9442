'use client';

import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { ShopBagView } from '#lib/contracts/bag.ts';
import { orderWords } from '#lib/words/bag.ts';
import { connectionWords } from '#lib/words/connection.ts';

const loadForm = () => import('./order-form.tsx');
const OrderForm = lazy(loadForm);

/** For a shop without a checkout of its own: the way to ask it, and the form once that is wanted. */
export function OrderRequest({ part }: { part: ShopBagView }) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const returning = useRef(false);
  const [failed, setFailed] = useState(false);
  // Fetched when it is reached for; if it does not come, the button can be pressed again.
  const prepare = () => loadForm().catch(() => null);
  const show = async () => {
    const arrived = await prepare();
    setFailed(!arrived);
    if (arrived) setOpen(true);
  };

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
      <Button
        ref={opener}
        size="large"
        wide
        onPointerEnter={() => void prepare()}
        onFocus={() => void prepare()}
        onClick={() => void show()}
      >
        {orderWords.open(part.shop.name)}
      </Button>
      {failed && (
        <p role="status" className="text-sm text-danger">
          {connectionWords.unreachableNow}
        </p>
      )}
      <p className="text-sm text-pretty text-ink-soft">{orderWords.note(part.shop.name)}</p>
    </>
  );
}
