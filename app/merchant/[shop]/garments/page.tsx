import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { GarmentTable } from '#components/merchant/garment-table.tsx';
import { GarmentTableSkeleton } from '#components/merchant/garment-table-skeleton.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { Actor } from '#lib/server/auth/actor.ts';
import { listShopGarments } from '#lib/server/use-cases/list-shop-garments.ts';
import { memberAtDoor } from '../../at-door.ts';

export const metadata: Metadata = { title: 'Garments' };

interface Props {
  params: Promise<{ shop: string }>;
}

export default async function GarmentsPage({ params }: Props) {
  const { shop } = await params;
  const { actor, member } = await memberAtDoor(shop, '/garments');
  if (!member) return <NotForYou room="shop" email={actor.email} />;
  return (
    <>
      <PageHeading
        title="Garments"
        lead="What your shop lets people try on."
        actions={<AddGarment shop={shop} />}
      />
      <Suspense fallback={<GarmentTableSkeleton />}>
        <Garments actor={actor} shop={shop} />
      </Suspense>
    </>
  );
}

async function Garments({ actor, shop }: { actor: Actor; shop: string }) {
  const garments = await listShopGarments(actor, shop);
  if (garments.length > 0) return <GarmentTable garments={garments} />;
  return (
    <EmptyState title="No garments yet" action={<AddGarment shop={shop} />}>
      A title, a price and one good picture are enough. It stays a draft until you publish it.
    </EmptyState>
  );
}

function AddGarment({ shop }: { shop: string }) {
  return (
    <LinkButton href={`/merchant/${shop}/garments/new`}>
      <Plus aria-hidden /> Add a garment
    </LinkButton>
  );
}
