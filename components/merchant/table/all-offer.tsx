'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import { type GarmentTable, MAX_BULK } from '#lib/contracts/garment-table.ts';

interface AllOfferProps {
  total: GarmentTable['total'];
  /** Counts on from where the page has stopped counting. */
  countAll: () => Promise<GarmentTable['total']>;
  onTake: (count: number) => void;
}

/** The ticks reach as far as the screen; this is for the rest. */
export function AllOffer({ total, countAll, onTake }: AllOfferProps) {
  const [isTooMany, setTooMany] = useState(false);
  const [isBusy, setBusy] = useState(false);
  if (!total) return null;

  const take = async () => {
    if (!total.orMore) return onTake(total.count);
    setBusy(true);
    try {
      const all = await countAll();
      if (all?.orMore) setTooMany(true);
      else if (all) onTake(all.count);
    } catch (error) {
      toast.error(sayError(error));
    } finally {
      setBusy(false);
    }
  };

  if (isTooMany) {
    return (
      <p role="status" className="text-sm text-ink-soft">
        More than {MAX_BULK.toLocaleString('en')} fit. Narrow the list to change them all at once.
      </p>
    );
  }
  return (
    <Button
      variant="quiet"
      className="justify-self-start"
      aria-disabled={isBusy || undefined}
      onClick={() => !isBusy && void take()}
    >
      {total.orMore ? 'Choose all that fit' : `Choose all ${total.count} that fit`}
    </Button>
  );
}
