'use client';

import { useRouter } from 'next/navigation';
import { useId, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/select.tsx';
import { useChosenSize } from '#lib/client/chosen-size.ts';
import { sayError } from '#lib/client/problem-error.ts';
import type { GarmentPage } from '#lib/contracts/garment.ts';
import { addToBagWords } from '#lib/words/bag.ts';
import { garmentName } from '#lib/words/garment-name.ts';

interface AddToBagProps {
  garment: Pick<GarmentPage, 'slug' | 'title' | 'colour' | 'variants'>;
  /** The size picker's id; without one the sizes are offered here, in a line of their own. */
  sizesId?: string;
}

/** Puts the chosen size into the bag, or asks for one. Its script comes when it is pressed. */
export function AddToBag({ garment, sizesId }: AddToBagProps) {
  const { slug, variants } = garment;
  const [chosen, choose] = useChosenSize();
  const [said, say] = useState('');
  const [busy, setBusy] = useState(false);
  const select = useRef<HTMLSelectElement>(null);
  const hintId = useId();
  const router = useRouter();

  const size = variants.find((one) => one.size === chosen && one.inStock)?.size;
  const soldOut = variants.every(({ inStock }) => !inStock);

  const add = async () => {
    if (!size) {
      say(addToBagWords.chooseSize);
      const picker = sizesId ? document.getElementById(sizesId) : null;
      return (picker?.querySelector<HTMLElement>('input:enabled') ?? select.current)?.focus();
    }
    say('');
    setBusy(true);
    try {
      const [{ addToBag }, { toast }] = await Promise.all([
        import('#lib/client/change-bag.ts'),
        import('sonner'),
      ]);
      await addToBag({ garment: slug, size });
      toast(addToBagWords.added(garmentName(garment), size), {
        action: { label: addToBagWords.view, onClick: () => router.push('/bag') },
      });
    } catch (error) {
      say(sayError(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="grid max-w-md gap-2">
      <div className="flex flex-wrap gap-2">
        {!sizesId && !soldOut && (
          <Select
            ref={select}
            aria-label={addToBagWords.size}
            value={size ?? ''}
            onChange={({ target }) => choose(target.value)}
            className="w-24 shrink-0"
          >
            <option value="" disabled>
              {addToBagWords.noSize}
            </option>
            {variants.map((one) => (
              <option key={one.size} value={one.size} disabled={!one.inStock}>
                {addToBagWords.option(one.size, one.inStock)}
              </option>
            ))}
          </Select>
        )}
        <Button
          // Beside the way into the fitting room it stands back; under a look it is the next step.
          variant={sizesId ? 'secondary' : 'primary'}
          size={sizesId ? 'large' : 'medium'}
          className="flex-1 whitespace-nowrap"
          disabled={soldOut}
          aria-disabled={busy || undefined}
          aria-describedby={said ? hintId : undefined}
          onClick={() => !busy && void add()}
        >
          {soldOut ? addToBagWords.soldOut : busy ? addToBagWords.adding : addToBagWords.add}
        </Button>
      </div>
      <p id={hintId} role="status" className="text-sm text-danger empty:hidden">
        {!(size && said === addToBagWords.chooseSize) && said}
      </p>
    </div>
  );
}
