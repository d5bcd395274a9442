import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { Select } from '#components/ui/select.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { OfferState } from '#lib/client/use-garment-offer.ts';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { formatMoney, type Money } from '#lib/domain/money.ts';
import { addToBagWords, outfitBagWords } from '#lib/words/bag.ts';
import { garmentName } from '#lib/words/garment-name.ts';

export interface PieceToBuy {
  garment: TryOnView['garment'];
  offer: OfferState;
  selectId: string;
  /** Null while none is chosen that can be had. */
  size: string | null;
  /** Of the chosen size, or of the garment; null when it cannot be bought. */
  price: Money | null;
  onSize: (size: string) => void;
}

interface OutfitBagPieceProps {
  piece: PieceToBuy;
  /** It was to be added, and its size is not chosen. */
  missing: boolean;
  busy: boolean;
  onAdd: () => void;
}

/** One garment of an outfit with its sizes. */
export function OutfitBagPiece({ piece, missing, busy, onAdd }: OutfitBagPieceProps) {
  const { garment, price } = piece;
  return (
    <div className="grid grid-cols-[3rem_minmax(0,1fr)] gap-3">
      <Picture picture={garment.picture} alt="" sizes="3rem" className="self-start" />
      <div className="grid gap-2">
        <div className="text-sm leading-snug">
          <p className="flex justify-between gap-3">
            <span className="text-pretty">{garment.title}</span>
            {price && <span className="tabular-nums">{formatMoney(price)}</span>}
          </p>
          <p className="text-ink-soft">{garment.colour}</p>
        </div>
        <Sizes piece={piece} missing={missing} busy={busy} onAdd={onAdd} />
      </div>
    </div>
  );
}

function Sizes({ piece, missing, busy, onAdd }: OutfitBagPieceProps): ReactNode {
  const { garment, offer, selectId, size, price, onSize } = piece;
  switch (offer.kind) {
    case 'loading':
      return <Skeleton className="h-11" />;
    case 'gone':
      return <p className="text-sm text-ink-soft">{outfitBagWords.gone}</p>;
    case 'failed':
      return (
        <div className="text-sm">
          <p className="text-danger">{outfitBagWords.failed}</p>
          <Button variant="quiet" size="small" onClick={offer.retry} className="-ml-3 min-h-11">
            {outfitBagWords.tryAgain}
          </Button>
        </div>
      );
    case 'offer': {
      const { variants } = offer.offer;
      if (variants.length === 0) {
        return <p className="text-sm text-ink-soft">{outfitBagWords.noSizes}</p>;
      }
      if (price === null) return <p className="text-sm text-ink-soft">{outfitBagWords.soldOut}</p>;
      const name = garmentName(garment);
      const hintId = `${selectId}-hint`;
      return (
        <>
          <div className="flex gap-2">
            <Select
              id={selectId}
              aria-label={outfitBagWords.sizeOf(name)}
              aria-invalid={missing || undefined}
              aria-describedby={missing ? hintId : undefined}
              value={size ?? ''}
              onChange={({ target }) => onSize(target.value)}
              className="flex-1"
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
            <Button
              variant="secondary"
              aria-label={outfitBagWords.addOf(name)}
              aria-disabled={busy || undefined}
              onClick={onAdd}
            >
              {outfitBagWords.add}
            </Button>
          </div>
          {missing && (
            <p id={hintId} role="status" className="text-sm text-danger">
              {outfitBagWords.chooseSize}
            </p>
          )}
        </>
      );
    }
  }
}
