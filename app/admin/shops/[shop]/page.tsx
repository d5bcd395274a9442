import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Figures } from '#components/admin/figures.tsx';
import { ShopSettings } from '#components/admin/shops/shop-settings.tsx';
import { dollars } from '#components/admin/shops/shop-words.ts';
import { UtcDay } from '#components/admin/utc-day.tsx';
import { count } from '#components/merchant/spend/spend-words.ts';
import { roleName } from '#components/merchant/team/role-words.ts';
import { PageHeading, SectionHeading } from '#components/ui/heading.tsx';
import { adminShopParams } from '#lib/contracts/admin-shops.ts';
import { getShopForAdmin } from '#lib/server/use-cases/get-shop-for-admin.ts';
import { foundOrNot } from '../../../merchant/at-door.ts';
import { adminAtDoor } from '../../at-door.tsx';

export const metadata: Metadata = { title: 'Shop' };

interface Props {
  params: Promise<{ shop: string }>;
}

export default async function ShopPage({ params }: Props) {
  const { data } = adminShopParams.safeParse(await params);
  if (!data) notFound();
  const { actor, refusal } = await adminAtDoor(`/admin/shops/${data.shop}`);
  if (!actor) return refusal;
  const shop = await foundOrNot(getShopForAdmin(actor, data.shop));
  const { slug, openCases, team } = shop;
  return (
    <>
      <PageHeading
        title={shop.name}
        lead={
          <>
            {slug} · here since <UtcDay instant={shop.createdAt} />
          </>
        }
      />
      <Figures
        items={[
          ['Try-ons this month', count(shop.tryOns)],
          ['Spent this month', dollars(shop.costMicros)],
          ['Garments', count(shop.garments)],
          [
            'Open cases',
            <Link key="cases" href={`/admin?shop=${slug}`} className="text-link">
              {count(openCases)}
            </Link>,
          ],
        ]}
      />
      <section aria-labelledby="team" className="grid gap-2">
        <SectionHeading id="team">Team</SectionHeading>
        <ul className="text-sm">
          {team.map(({ userId, name, role }) => (
            <li key={userId} className="flex flex-wrap gap-x-3 py-1.5">
              <Link href={`/admin/people/${userId}`} className="text-link">
                {name ?? 'Without a name'}
              </Link>
              <span className="text-ink-soft">{roleName(role)}</span>
            </li>
          ))}
        </ul>
        <p className="text-sm">
          <Link href={`/admin/audit?shop=${slug}`} className="text-link">
            What was changed in this shop
          </Link>
        </p>
      </section>
      <ShopSettings shop={shop} />
    </>
  );
}
