import type { Metadata } from 'next';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { SpendRoom } from '#components/merchant/spend/spend-room.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { getSpend } from '#lib/server/use-cases/get-spend.ts';
import { memberAtDoor } from '../../at-door.ts';

export const metadata: Metadata = { title: 'Quotas and spend' };

interface Props {
  params: Promise<{ shop: string }>;
}

export default async function SpendPage({ params }: Props) {
  const { shop } = await params;
  const { actor, member } = await memberAtDoor(shop, '/spend');
  if (!member) return <NotForYou room="shop" email={actor.email} />;
  return (
    <>
      <PageHeading
        title="Quotas and spend"
        lead="How many try-ons your shoppers get, and what they cost. Months begin and end in UTC."
      />
      <SpendRoom spend={await getSpend(actor, shop)} />
    </>
  );
}
