import Link from 'next/link';
import type { BagLineView, ShopBagView } from '#lib/contracts/bag.ts';
import { browseHref } from '#lib/domain/browse.ts';
import { formatMoney } from '#lib/domain/money.ts';
import { bagWords } from '#lib/words/bag.ts';
import { BagLine } from './bag-line.tsx';
import { CheckoutButton } from './checkout-button.tsx';
import { OrderRequest } from './order-request.tsx';

interface ShopPartProps {
  part: ShopBagView;
  onQuantity: (line: BagLineView, quantity: number) => void;
  onRemove: (line: BagLineView) => void;
}

/** What is bought together: a shop's lines, their total, and the shop's way to buy. */
export function ShopPart({ part, onQuantity, onRemove }: ShopPartProps) {
  const { shop, currency, lines, count, total, way } = part;
  const headingId = `bag-${shop.slug}-${currency}`;
  return (
    <section
      aria-labelledby={headingId}
      className="grid gap-x-16 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]"
    >
      <h2
        id={headingId}
        className="border-b border-line pb-3 font-display text-heading lg:col-span-2"
      >
        <Link
          href={browseHref({ shops: [shop.slug] })}
          className="underline-offset-4 decoration-1 hover:underline"
        >
          {bagWords.from(shop.name)}
        </Link>
      </h2>
      <ul>
        {lines.map((line) => (
          <BagLine
            key={line.id}
            line={line}
            onQuantity={(quantity) => onQuantity(line, quantity)}
            onRemove={() => onRemove(line)}
          />
        ))}
      </ul>
      <div className="grid content-start gap-4 lg:sticky lg:top-24 lg:self-start">
        {count === 0 ? (
          <p className="text-sm text-ink-soft">{bagWords.nothingToBuy}</p>
        ) : (
          <>
            <div className="grid gap-1">
              <p className="flex items-baseline justify-between gap-4">
                <span>{bagWords.totalOf(count)}</span>
                <span className="text-lg font-medium tabular-nums">{formatMoney(total)}</span>
              </p>
              <p className="text-sm text-ink-soft">{bagWords.totalNote}</p>
            </div>
            {way === 'checkout' ? <CheckoutButton part={part} /> : <OrderRequest part={part} />}
          </>
        )}
      </div>
    </section>
  );
}
