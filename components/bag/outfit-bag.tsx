'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { addToBag } from '#lib/client/change-bag.ts';
import { useChosenSize } from '#lib/client/chosen-size.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { say } from '#lib/client/say.ts';
import { useGarmentOffer } from '#lib/client/use-garment-offer.ts';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { formatMoney, type Money } from '#lib/domain/money.ts';
import { addToBagWords, outfitBagWords } from '#lib/words/bag.ts';
import { garmentName } from '#lib/words/garment-name.ts';
import { OutfitBagPiece, type PieceToBuy } from './outfit-bag-piece.tsx';

type Garment = TryOnView['garment'];

interface OutfitBagProps {
  /** The garment whose page this is; its size stands in the address. */
  garment: Garment;
  /** The one under it. */
  under: Garment;
}

/** What puts an outfit into the bag: each garment in a size of its own, one of them or both. */
export function OutfitBag({ garment, under }: OutfitBagProps) {
  const [size, choose] = useChosenSize();
  const [underSize, chooseUnder] = useState<string | null>(null);
  const pieces = [
    usePieceToBuy(garment, size, choose),
    usePieceToBuy(under, underSize, chooseUnder),
  ];
  const [missing, setMissing] = useState<string[]>([]);
  const [busy, setBusy] = useState<'one' | 'both' | null>(null);
  const [problem, setProblem] = useState('');
  const router = useRouter();
  const titleId = useId();
  const buyable = pieces.filter(({ price }) => price !== null);

  const add = async (wanted: PieceToBuy[]) => {
    if (busy) return;
    const without = wanted.filter((piece) => piece.size === null);
    setMissing(without.map(({ selectId }) => selectId));
    setProblem('');
    if (without[0]) return document.getElementById(without[0].selectId)?.focus();
    setBusy(wanted.length > 1 ? 'both' : 'one');
    const added: PieceToBuy[] = [];
    try {
      for (const piece of wanted) {
        await addToBag({ garment: piece.garment.slug, size: piece.size ?? '' });
        added.push(piece);
      }
    } catch (error) {
      setProblem(sayError(error));
    }
    setBusy(null);
    // Also of the first when the second was refused.
    if (added.length > 0) {
      void say(addedText(added), {
        action: { label: addToBagWords.view, onClick: () => router.push('/bag') },
      });
    }
  };

  return (
    <section aria-labelledby={titleId} className="grid gap-4 border-t border-line pt-4">
      <h3 id={titleId} className="text-sm font-medium">
        {outfitBagWords.title}
      </h3>
      {pieces.map((piece) => (
        <OutfitBagPiece
          key={piece.garment.slug}
          piece={piece}
          missing={missing.includes(piece.selectId) && piece.size === null}
          busy={busy !== null}
          onAdd={() => void add([piece])}
        />
      ))}
      {buyable.length > 1 && (
        <div className="grid gap-2">
          <Total prices={buyable.map(({ price }) => price).filter((price) => price !== null)} />
          <Button aria-disabled={busy !== null || undefined} onClick={() => void add(buyable)}>
            {busy === 'both' ? outfitBagWords.adding : outfitBagWords.addBoth}
          </Button>
        </div>
      )}
      <p role="status" className="text-sm text-danger empty:hidden">
        {problem}
      </p>
    </section>
  );
}

function usePieceToBuy(
  garment: Garment,
  chosen: string | null,
  onSize: (size: string) => void,
): PieceToBuy {
  const selectId = useId();
  const offer = useGarmentOffer(garment);
  const variants = offer.kind === 'offer' ? offer.offer.variants : [];
  const variant = variants.find(({ size, inStock }) => size === chosen && inStock);
  const canBeBought = variants.some(({ inStock }) => inStock);
  const from = offer.kind === 'offer' ? offer.offer.price : null;
  return {
    garment,
    offer,
    selectId,
    size: variant?.size ?? null,
    price: canBeBought ? (variant?.price ?? from) : null,
    onSize,
  };
}

function addedText(pieces: PieceToBuy[]): string {
  const [first, second] = pieces.map(({ garment }) => garmentName(garment));
  if (first && second) return outfitBagWords.added(`${first}, ${second}`);
  return addToBagWords.added(first ?? '', pieces[0]?.size ?? '');
}

/** Two shops may sell in two currencies; then there is no one sum. */
function Total({ prices }: { prices: Money[] }) {
  const [first] = prices;
  if (!first || prices.some(({ currency }) => currency !== first.currency)) return null;
  const minor = prices.reduce((sum, price) => sum + price.minor, 0);
  return (
    <p className="flex items-baseline justify-between gap-3 text-sm">
      <span>{outfitBagWords.together}</span>
      <span className="font-medium tabular-nums">{formatMoney({ ...first, minor })}</span>
    </p>
  );
}
