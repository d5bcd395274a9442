import type { ReactNode } from 'react';
import { PageHeading, SectionHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { OrderView } from '#lib/contracts/order.ts';
import { formatMoney } from '#lib/domain/money.ts';
import { bagWords, orderDoneWords as words } from '#lib/words/bag.ts';
import { orderDay } from './order-day.ts';

/** What was sent to the shop, and what comes of it. */
export function OrderDone({ order }: { order: OrderView }) {
  const { shop, reference, createdAt, email, note, lines, total } = order;
  return (
    <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-x-16">
      <PageHeading title={words.title} lead={words.lead(shop.name)} className="lg:col-span-2" />
      <section aria-labelledby="next" className="grid content-start gap-5">
        <SectionHeading id="next">{words.next}</SectionHeading>
        <ol className="grid max-w-prose list-decimal gap-3 pl-5 leading-relaxed text-pretty marker:text-ink-soft">
          {words.steps(shop.name, email).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <LinkButton href="/garments" variant="secondary" className="mt-2 justify-self-start">
          {words.on}
        </LinkButton>
      </section>
      <div className="grid content-start text-sm">
        <dl>
          <Fact name={words.reference}>
            <span className="font-medium tabular-nums">{reference}</span>
          </Fact>
          <Fact name={words.sent}>
            <time dateTime={createdAt}>{orderDay.format(new Date(createdAt))}</time>
          </Fact>
          <Fact name={words.answerTo}>
            <span className="break-all">{email}</span>
          </Fact>
          {note && (
            <Fact name={words.note}>
              <span className="whitespace-pre-line">{note}</span>
            </Fact>
          )}
        </dl>
        <ul>
          {lines.map(({ id, title, colour, size, quantity, price }) => (
            <li key={id} className="flex justify-between gap-4 border-b border-line py-3">
              <span>
                {quantity > 1 && `${quantity} × `}
                {title}
                <span className="block text-ink-soft">{bagWords.which(colour, size)}</span>
              </span>
              <span className="tabular-nums">
                {formatMoney({ ...price, minor: price.minor * quantity })}
              </span>
            </li>
          ))}
        </ul>
        <p className="flex justify-between gap-4 py-3 text-base font-medium">
          <span>{bagWords.total}</span>
          <span className="tabular-nums">{formatMoney(total)}</span>
        </p>
      </div>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7rem_1fr] gap-4 border-b border-line py-3">
      <dt className="text-ink-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
