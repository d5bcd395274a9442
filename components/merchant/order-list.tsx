import type { OrderView } from '#lib/contracts/order.ts';
import { formatMoney } from '#lib/domain/money.ts';

// One time zone for server and browser, or the two would print different days.
const moment = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** What shoppers asked for, newest first: who, what, how to answer. */
export function OrderList({ orders }: { orders: OrderView[] }) {
  return (
    <ul className="border-t border-line">
      {orders.map((order) => (
        <li key={order.id}>
          <Order order={order} />
        </li>
      ))}
    </ul>
  );
}

function Order({ order }: { order: OrderView }) {
  const { reference, createdAt, name, email, note, lines, total, shop } = order;
  const headingId = `order-${order.id}`;
  return (
    <article
      aria-labelledby={headingId}
      className="grid gap-x-10 gap-y-4 border-b border-line py-6 text-sm md:grid-cols-[16rem_minmax(0,1fr)]"
    >
      <div className="grid content-start gap-1">
        <h2 id={headingId} className="text-base font-medium">
          {name}
        </h2>
        <a
          href={`mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(`Your request ${reference} to ${shop.name}`)}`}
          className="text-link inline-flex min-h-11 items-center break-all"
        >
          {email}
        </a>
        <p className="text-ink-soft tabular-nums">{reference}</p>
        <p className="text-ink-soft">
          <time dateTime={createdAt}>{moment.format(new Date(createdAt))}</time> UTC
        </p>
      </div>
      <div className="grid content-start gap-3">
        <table className="w-full text-left">
          <caption className="sr-only">Asked for in request {reference}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">Garment</th>
              <th scope="col">Quantity</th>
              <th scope="col">Price</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, title, colour, size, sku, quantity, price }) => (
              <tr key={id} className="border-b border-line align-baseline">
                <th scope="row" className="py-2 pr-3 font-normal">
                  {[title, colour, `size ${size}`].filter(Boolean).join(', ')}
                  {sku && <span className="block text-label text-ink-soft break-all">{sku}</span>}
                </th>
                <td className="py-2 pr-3 text-right tabular-nums">{quantity} ×</td>
                <td className="py-2 text-right whitespace-nowrap tabular-nums">
                  {formatMoney(price)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="text-right font-medium tabular-nums">Total {formatMoney(total)}</p>
        {note && <p className="max-w-prose whitespace-pre-line text-pretty">“{note}”</p>}
      </div>
    </article>
  );
}
