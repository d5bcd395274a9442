import type { Metadata } from 'next';
import { AccountPage } from '#components/account/account-page.tsx';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { OpenShopForm } from '#components/merchant/shop/open-shop-form.tsx';
import { newShopCaps } from '#lib/domain/shop-caps.ts';
import { merchantAtDoor } from '../at-door.ts';

export const metadata: Metadata = { title: 'Open a shop' };

export default async function NewShopPage() {
  const { actor, welcome } = await merchantAtDoor('/merchant/new');
  if (!welcome) return <NotForYou room="shop" email={actor.email} />;
  return (
    <AccountPage
      title="Open a shop"
      lead={`You will be its owner. Shoppers see it once a garment is published; until you change that, they get ${newShopCaps.monthlyTryOns?.toLocaleString('en-GB')} try-ons a month from it.`}
    >
      <OpenShopForm />
    </AccountPage>
  );
}
