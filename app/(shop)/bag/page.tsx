import type { Metadata } from 'next';
import { Bag } from '#components/bag/bag.tsx';
import { EarlierOrders } from '#components/bag/earlier-orders.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { currentActor } from '#lib/server/auth/current-actor.ts';
import { getBag } from '#lib/server/use-cases/get-bag.ts';
import { listOrders } from '#lib/server/use-cases/list-orders.ts';
import { bagWords } from '#lib/words/bag.ts';

export const metadata: Metadata = { title: bagWords.title, robots: { index: false } };

const EARLIER_ORDERS = 5;

export default async function BagPage() {
  const actor = await currentActor();
  const [bag, orders] = actor
    ? await Promise.all([getBag(actor), listOrders(actor, EARLIER_ORDERS)])
    : [{ shops: [], count: 0 }, []];
  return (
    <div className="page-width grid gap-10 pt-10 md:pt-14">
      <PageHeading title={bagWords.title} lead={bagWords.lead(bag.shops.length)} />
      <Bag initial={bag} />
      <EarlierOrders orders={orders} />
    </div>
  );
}
