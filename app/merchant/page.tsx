import { Inbox, Plus } from 'lucide-react';
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
import { merchantAtDoor } from './merchant-actor.ts';

export const metadata: Metadata = { title: 'Back office' };

export default async function MerchantPage() {
  const { actor, welcome } = await merchantAtDoor('/merchant');
  if (!welcome) return <NotForYou room="shop" email={actor.email} />;
  return (
    <div className="page-width grid gap-8 py-10">
      <PageHeading
        title="Your garments"
        lead="What your shop lets people try on."
        actions={
          <>
            <LinkButton href="/merchant/orders" variant="secondary">
              <Inbox aria-hidden /> Order requests
            </LinkButton>
            <AddGarment />
          </>
        }
      />
      <Suspense fallback={<GarmentTableSkeleton />}>
        <Garments actor={actor} />
      </Suspense>
    </div>
  );
}

async function Garments({ actor }: { actor: Actor }) {
  const garments = await listShopGarments(actor);
  if (garments.length > 0) return <GarmentTable garments={garments} />;
  return (
    <EmptyState title="No garments yet" action={<AddGarment />}>
      A title, a price and one good picture are enough. It stays a draft until you publish it.
    </EmptyState>
  );
}

function AddGarment() {
  return (
    <LinkButton href="/merchant/garments/new">
      <Plus aria-hidden /> Add a garment
    </LinkButton>
  );
}
