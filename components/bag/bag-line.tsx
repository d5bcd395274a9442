import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { BagLineView } from '#lib/contracts/bag.ts';
import { formatMoney } from '#lib/domain/money.ts';
import { bagWords } from '#lib/words/bag.ts';
import { garmentName } from '#lib/words/garment-name.ts';
import { QuantityStepper } from './quantity-stepper.tsx';

interface BagLineProps {
  line: BagLineView;
  onQuantity: (quantity: number) => void;
  onRemove: () => void;
}

/** One size of a garment, how many of it, and what they cost. */
export function BagLine({ line, onQuantity, onRemove }: BagLineProps) {
  const { garment, size, price, quantity, state } = line;
  const { title, colour, picture } = garment;
  const available = state === 'available';
  const name = garmentName(garment);
  const href = hrefOf(line);
  return (
    <li className="grid grid-cols-[5rem_minmax(0,1fr)] gap-4 border-b border-line py-5 first:pt-0 min-[24rem]:grid-cols-[6rem_minmax(0,1fr)] sm:grid-cols-[7.5rem_minmax(0,1fr)] sm:gap-6">
      <Picture
        picture={picture}
        alt=""
        sizes="7.5rem"
        className={available ? 'self-start' : 'self-start opacity-60'}
      />
      <div className="grid min-w-0 content-between gap-3">
        <div className="grid gap-1">
          <div className="flex items-baseline justify-between gap-3">
            <h3 className="font-medium text-pretty">
              {href ? (
                <Link href={href} className="underline-offset-4 decoration-1 hover:underline">
                  {title}
                </Link>
              ) : (
                title
              )}
            </h3>
            <p className={available ? 'tabular-nums' : 'text-ink-faint tabular-nums line-through'}>
              {formatMoney({ ...price, minor: price.minor * quantity })}
            </p>
          </div>
          <p className="flex flex-wrap justify-between gap-x-3 text-sm text-ink-soft">
            <span>{bagWords.which(colour, size)}</span>
            {quantity > 1 && (
              <span className="tabular-nums">{bagWords.each(formatMoney(price))}</span>
            )}
          </p>
          {!available && <p className="text-sm text-warning">{whyNotCounted(line)}</p>}
        </div>
        <div className="flex flex-wrap items-center justify-between gap-x-1 gap-y-2">
          {available ? (
            <QuantityStepper
              name={bagWords.named(name, size)}
              quantity={quantity}
              onChange={onQuantity}
            />
          ) : href ? (
            <Link href={href} className="text-link inline-flex min-h-11 items-center text-sm">
              {bagWords.otherSizes}
            </Link>
          ) : (
            <span />
          )}
          <Button
            variant="quiet"
            size="small"
            aria-label={bagWords.removeOf(name, size)}
            onClick={onRemove}
            className="-mr-3 min-h-11 text-ink-soft"
          >
            {bagWords.remove}
          </Button>
        </div>
      </div>
    </li>
  );
}

/** The garment's page, with the size chosen as long as there is one to choose. */
function hrefOf({ garment, size, state }: BagLineView): string | null {
  switch (state) {
    case 'available':
    case 'sold_out':
      return `/garments/${garment.slug}?size=${encodeURIComponent(size)}`;
    case 'size_gone':
      return `/garments/${garment.slug}`;
    case 'gone':
      return null;
  }
}

/** Why a line does not count. It stays until its owner takes it out, so nothing goes unsaid. */
function whyNotCounted({ size, state }: BagLineView): string | null {
  switch (state) {
    case 'available':
      return null;
    case 'sold_out':
      return bagWords.soldOut;
    case 'size_gone':
      return bagWords.sizeGone(size);
    case 'gone':
      return bagWords.gone;
  }
}
