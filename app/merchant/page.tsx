import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { listShops } from '#lib/server/use-cases/list-shops.ts';
import { merchantAtDoor } from './at-door.ts';

export const metadata: Metadata = { title: 'Back office' };

/** The way in: on to the shop that this person has belonged to for the longest. */
export default async function MerchantPage() {
  const { actor, welcome } = await merchantAtDoor('/merchant');
  const [first] = welcome ? await listShops(actor) : [];
  if (first) redirect(`/merchant/${first.shop.slug}/garments`);
  return <NotForYou room="shop" email={actor.email} />;
}
