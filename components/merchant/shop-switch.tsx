'use client';

import { Check, ChevronsUpDown } from 'lucide-react';
import { Menu, MenuLink } from '#components/ui/menu.tsx';
import { type ShopView, useShop } from './shop-context.tsx';

/** The shop's name, and the way to the others of somebody who belongs to several. */
export function ShopSwitch({ shops }: { shops: ShopView[] }) {
  const { slug, name } = useShop();
  if (shops.length < 2) return <p className="px-3 font-display text-heading">{name}</p>;
  return (
    <Menu
      align="start"
      label={`${name}: change to another shop`}
      trigger={
        <>
          <span className="font-display text-heading">{name}</span>
          <ChevronsUpDown aria-hidden />
        </>
      }
    >
      {shops.map((shop) => (
        <MenuLink key={shop.slug} href={`/merchant/${shop.slug}/garments`}>
          {shop.name}
          {shop.slug === slug && <Check aria-label="This one" className="ml-auto" />}
        </MenuLink>
      ))}
    </Menu>
  );
}
