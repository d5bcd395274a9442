import Link from 'next/link';
import { SectionHeading } from '#components/ui/heading.tsx';
import type { OrderView } from '#lib/contracts/order.ts';
import { formatMoney } from '#lib/domain/money.ts';
import { orderDoneWords } from '#lib/words/bag.ts';
import { orderDay } from './order-day.ts';

/** What was asked for lately, so that a reference can be found again. */
export function EarlierOrders({ orders }: { orders: OrderView[] }) {
  if (orders.length === 0) return null;
  return (
    <section aria-labelledby="earlier" className="grid">
      <SectionHeading id="earlier">{orderDoneWords.earlier}</SectionHeading>
      <ul>
        {orders.map(({ id, shop, reference, createdAt, total }) => (
          <li key={id} className="border-b border-line">
            <Link
              href={`/bag/orders/${id}`}
              className="flex min-h-14 flex-wrap items-center gap-x-6 gap-y-1 py-2 text-sm hover:bg-raised"
            >
              <span className="font-medium">{shop.name}</span>
              <span className="text-ink-soft tabular-nums">{reference}</span>
              <time dateTime={createdAt} className="text-ink-soft">
                {orderDay.format(new Date(createdAt))}
              </time>
              <span className="ml-auto tabular-nums">{formatMoney(total)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
