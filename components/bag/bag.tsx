'use client';

import { useRef } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { addToBag, removeLine, setQuantity } from '#lib/client/change-bag.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { useBag } from '#lib/client/use-bag.ts';
import { useOnline } from '#lib/client/use-online.ts';
import type { BagLineView, BagView } from '#lib/contracts/bag.ts';
import { bagWords } from '#lib/words/bag.ts';
import { garmentName } from '#lib/words/garment-name.ts';
import { ShopPart } from './shop-part.tsx';

/** Below the header: what was pressed further down was not kept, and offline no toast may come. */
const staysInSight = 'tall:sticky tall:top-20 z-10';

/** The bag by shop. What is changed shows at once, and comes back when it could not be kept. */
export function Bag({ initial }: { initial: BagView }) {
  const { bag = initial, error, refresh } = useBag(initial);
  const online = useOnline();
  const summary = useRef<HTMLParagraphElement>(null);

  const remove = async (line: BagLineView) => {
    // The button that has the focus goes with the line.
    summary.current?.focus({ preventScroll: true });
    try {
      await removeLine(line.id, initial);
      toast(bagWords.removed(garmentName(line.garment)), {
        // What cannot be bought cannot be put back either.
        ...(line.state === 'available' && {
          action: { label: bagWords.undo, onClick: () => void putBack(line, initial) },
        }),
      });
    } catch (thrown) {
      toast(sayError(thrown));
    }
  };

  return (
    <div className="grid gap-12">
      <p ref={summary} role="status" tabIndex={-1} className="sr-only">
        {bagWords.announce(bag.count)}
      </p>
      {!online && (
        <Notice kind="warning" role="status" className={staysInSight}>
          {bagWords.offline}
        </Notice>
      )}
      {online && Boolean(error) && (
        <Notice
          kind="warning"
          role="status"
          title={bagWords.failed.title}
          className={staysInSight}
          actions={
            <Button variant="secondary" size="small" onClick={refresh}>
              {bagWords.failed.again}
            </Button>
          }
        >
          {sayError(error)}
        </Notice>
      )}
      {bag.shops.length === 0 && <EmptyBag />}
      {bag.shops.map((part) => (
        <ShopPart
          key={`${part.shop.slug} ${part.currency}`}
          part={part}
          onQuantity={({ id }, quantity) =>
            void setQuantity(id, quantity, initial).catch((thrown) => toast(sayError(thrown)))
          }
          onRemove={(line) => void remove(line)}
        />
      ))}
    </div>
  );
}

async function putBack({ garment, size, quantity }: BagLineView, initial: BagView): Promise<void> {
  try {
    await addToBag({ garment: garment.slug, size, quantity }, initial);
  } catch (thrown) {
    toast(sayError(thrown));
  }
}

function EmptyBag() {
  const { title, text, action } = bagWords.empty;
  return (
    <EmptyState title={title} action={<LinkButton href="/garments">{action}</LinkButton>}>
      {text}
    </EmptyState>
  );
}
