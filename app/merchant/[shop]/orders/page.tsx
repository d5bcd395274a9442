import type { Metadata } from 'next';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { OrderList } from '#components/merchant/order-list.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { orderListQuery } from '#lib/contracts/order.ts';
import { listShopOrders } from '#lib/server/use-cases/list-shop-orders.ts';
import { memberAtDoor } from '../../at-door.ts';

export const metadata: Metadata = { title: 'Order requests' };

interface OrdersPageProps {
  params: Promise<{ shop: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function OrdersPage({ params, searchParams }: OrdersPageProps) {
  const { shop } = await params;
  const { actor, member } = await memberAtDoor(shop, '/orders');
  if (!member) return <NotForYou room="shop" email={actor.email} />;
  // A place that is none of this list is the beginning of it.
  const { cursor } = orderListQuery
    .catch({ limit: 25 })
    .parse({ ...(await searchParams), limit: 25 });
  const { items, nextCursor } = await listShopOrders(actor, shop, { cursor, limit: 25 });
  const href = `/merchant/${shop}/orders`;
  return (
    <>
      <PageHeading title="Order requests" />
      {items.length > 0 ? (
        <OrderList orders={items} />
      ) : (
        <EmptyState title="No requests yet">
          When a shopper asks for what is in the bag, it stands here. Answer by mail: nothing is
          sent from here, and nothing is paid through Fitting Room.
        </EmptyState>
      )}
      {(cursor || nextCursor) && (
        <nav aria-label="Pages" className="flex flex-wrap justify-center gap-3">
          {cursor && (
            <LinkButton href={href} variant="quiet">
              Newest
            </LinkButton>
          )}
          {nextCursor && (
            <LinkButton href={`${href}?cursor=${nextCursor}`} variant="secondary">
              Older requests
            </LinkButton>
          )}
        </nav>
      )}
    </>
  );
}
