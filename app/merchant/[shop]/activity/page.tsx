import type { Metadata } from 'next';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { ActivityList } from '#components/merchant/activity-list.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { activityQuery } from '#lib/contracts/activity.ts';
import { listShopActivity } from '#lib/server/use-cases/list-shop-activity.ts';
import { memberAtDoor } from '../../at-door.ts';

export const metadata: Metadata = { title: 'Activity' };

interface Props {
  params: Promise<{ shop: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ActivityPage({ params, searchParams }: Props) {
  const { shop } = await params;
  const { actor, member } = await memberAtDoor(shop, '/activity');
  if (!member) return <NotForYou room="shop" email={actor.email} />;
  // A place that is none of this list is the beginning of it.
  const { cursor } = activityQuery.catch({ limit: 50 }).parse(await searchParams);
  const { items, nextCursor } = await listShopActivity(actor, shop, { cursor, limit: 50 });
  const path = `/merchant/${shop}`;
  return (
    <>
      <PageHeading title="Activity" lead="Who changed what in this shop, and when." />
      {items.length > 0 ? (
        <ActivityList items={items} path={path} />
      ) : (
        <EmptyState title="Nothing has happened yet">
          Every change of a garment or of the team will stand here.
        </EmptyState>
      )}
      {(cursor || nextCursor) && (
        <nav aria-label="Pages" className="flex flex-wrap justify-center gap-3">
          {cursor && (
            <LinkButton href={`${path}/activity`} variant="quiet">
              Latest
            </LinkButton>
          )}
          {nextCursor && (
            <LinkButton href={`${path}/activity?cursor=${nextCursor}`} variant="secondary">
              Earlier
            </LinkButton>
          )}
        </nav>
      )}
    </>
  );
}
