import type { Metadata } from 'next';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { SettingsForm } from '#components/merchant/shop/settings-form.tsx';
import { SettingsList } from '#components/merchant/shop/settings-list.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { mayAs } from '#lib/domain/shop-role.ts';
import { getShopSettings } from '#lib/server/use-cases/get-shop-settings.ts';
import { memberAtDoor } from '../../at-door.ts';

export const metadata: Metadata = { title: 'Settings' };

interface Props {
  params: Promise<{ shop: string }>;
}

export default async function SettingsPage({ params }: Props) {
  const { shop } = await params;
  const { actor, member } = await memberAtDoor(shop, '/settings');
  if (!member) return <NotForYou room="shop" email={actor.email} />;
  const settings = await getShopSettings(actor, shop);
  return (
    <>
      <PageHeading title="Settings" lead="What the shop is called, and where its bags go." />
      {mayAs(member.role, 'OWNER') ? (
        <SettingsForm settings={settings} />
      ) : (
        <SettingsList settings={settings} />
      )}
    </>
  );
}
