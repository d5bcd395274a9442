import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OrderDone } from '#components/bag/order-done.tsx';
import { currentActor } from '#lib/server/auth/current-actor.ts';
import { getOrder } from '#lib/server/use-cases/get-order.ts';
import { orderDoneWords } from '#lib/words/bag.ts';

export const metadata: Metadata = { title: orderDoneWords.pageTitle, robots: { index: false } };

export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await currentActor();
  const { id } = await params;
  const order = actor && (await getOrder(actor, id));
  if (!order) notFound();
  return (
    <div className="page-width pt-10 md:pt-14">
      <OrderDone order={order} />
    </div>
  );
}
