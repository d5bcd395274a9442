import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { GarmentTable } from '#components/merchant/garment-table.tsx';
import { GarmentTableSkeleton } from '#components/merchant/garment-table-skeleton.tsx';
import { ReadinessFilter } from '#components/merchant/readiness-filter.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { type ShopGarmentsQuery, shopGarmentsQuery } from '#lib/contracts/garment.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { listShopGarments } from '#lib/server/use-cases/list-shop-garments.ts';
import { memberAtDoor } from '../../at-door.ts';

export const metadata: Metadata = { title: 'Garments' };

interface Props {
  params: Promise<{ shop: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function GarmentsPage({ params, searchParams }: Props) {
  const { shop } = await params;
  const { data: query = {} } = shopGarmentsQuery.safeParse(await searchParams);
  const { actor, member } = await memberAtDoor(shop, '/garments');
  if (!member) return <NotForYou room="shop" email={actor.email} />;
  return (
    <>
      <PageHeading
        title="Garments"
        lead="What your shop lets people try on."
        actions={<AddGarment shop={shop} />}
      />
      <ReadinessFilter shop={shop} chosen={query.readiness} />
      <Suspense key={query.readiness} fallback={<GarmentTableSkeleton />}>
        <Garments actor={actor} shop={shop} query={query} />
      </Suspense>
    </>
  );
}

interface GarmentsProps {
  actor: Actor;
  shop: string;
  query: ShopGarmentsQuery;
}

async function Garments({ actor, shop, query }: GarmentsProps) {
  const garments = await listShopGarments(actor, shop, query);
  if (garments.length > 0) return <GarmentTable garments={garments} />;
  if (query.readiness) {
    return (
      <EmptyState
        title="None of them"
        action={<LinkButton href={`/merchant/${shop}/garments`}>See all garments</LinkButton>}
      >
        No garment of yours is like that.
      </EmptyState>
    );
  }
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
