import type { Metadata } from 'next';
import { NextPage } from '#components/admin/next-page.tsx';
import { SearchForm } from '#components/admin/search-form.tsx';
import { ShopList } from '#components/admin/shops/shop-list.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { adminShopsQuery } from '#lib/contracts/admin-shops.ts';
import { listShopsForAdmin } from '#lib/server/use-cases/list-shops-for-admin.ts';
import { adminAtDoor } from '../at-door.tsx';

export const metadata: Metadata = { title: 'Shops' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ShopsPage({ searchParams }: Props) {
  const query = adminShopsQuery.catch(adminShopsQuery.parse({})).parse(await searchParams);
  const { actor, refusal } = await adminAtDoor(hrefOf(query.search));
  if (!actor) return refusal;
  const { items, nextCursor } = await listShopsForAdmin(actor, query);
  return (
    <>
      <PageHeading title="Shops" lead="What each shop has and spends, and what it may." />
      <SearchForm
        key={query.search}
        action="/admin/shops"
        hint="Name, address or id"
        search={query.search}
      />
      {items.length > 0 ? (
        <ShopList items={items} />
      ) : (
        <EmptyState title="No shop fits">Ask for part of its name.</EmptyState>
      )}
      <NextPage
        first={query.cursor ? hrefOf(query.search) : null}
        next={nextCursor && hrefOf(query.search, nextCursor)}
      />
    </>
  );
}

function hrefOf(search: string, cursor?: string): string {
  const params = new URLSearchParams();
  if (search) params.set('search', search);
  if (cursor) params.set('cursor', cursor);
  return params.size > 0 ? `/admin/shops?${params}` : '/admin/shops';
}
