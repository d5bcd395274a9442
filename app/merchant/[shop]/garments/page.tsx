import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { GarmentTableSkeleton } from '#components/merchant/table/garment-table-skeleton.tsx';
import { GarmentsRoom } from '#components/merchant/table/garments-room.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { parseTable, printTable, type TableQuery } from '#lib/domain/garment-table.ts';
import { mayAs } from '#lib/domain/shop-role.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { listShopGarments } from '#lib/server/use-cases/list-shop-garments.ts';
import { listShopTags } from '#lib/server/use-cases/list-shop-tags.ts';
import { memberAtDoor } from '../../at-door.ts';

export const metadata: Metadata = { title: 'Garments' };

interface Props {
  params: Promise<{ shop: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function GarmentsPage({ params, searchParams }: Props) {
  const { shop } = await params;
  const query = parseTable(await searchParams);
  const { actor, member } = await memberAtDoor(shop, '/garments');
  if (!member) return <NotForYou room="shop" email={actor.email} />;
  return (
    <>
      <PageHeading
        title="Garments"
        lead="What your shop lets people try on."
        actions={
          mayAs(member.role, 'EDITOR') && (
            <LinkButton href={`/merchant/${shop}/garments/new`}>
              <Plus aria-hidden /> Add a garment
            </LinkButton>
          )
        }
      />
      <Suspense key={printTable(query)} fallback={<GarmentTableSkeleton />}>
        <Garments actor={actor} shop={shop} query={query} />
      </Suspense>
    </>
  );
}

async function Garments({ actor, shop, query }: { actor: Actor; shop: string; query: TableQuery }) {
  const [initial, tags] = await Promise.all([
    listShopGarments(actor, shop, query),
    listShopTags(actor, shop),
  ]);
  return <GarmentsRoom query={query} initial={initial} tags={tags} />;
}
