import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { listShops } from '#lib/server/use-cases/list-shops.ts';
import { merchantAtDoor } from './at-door.ts';

export const metadata: Metadata = { title: 'Back office' };

/** The way in: on to the shop that this person has belonged to for the longest, or to open one. */
export default async function MerchantPage() {
  const { actor, welcome } = await merchantAtDoor('/merchant');
  if (!welcome) return <NotForYou room="shop" email={actor.email} />;
  const [first] = await listShops(actor);
  redirect(first ? `/merchant/${first.shop.slug}` : '/merchant/new');
}
