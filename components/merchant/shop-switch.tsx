'use client';

import { Check, ChevronsUpDown, Plus } from 'lucide-react';
import { Menu, MenuLine, MenuLink } from '#components/ui/menu.tsx';
import { type ShopView, useShop } from './shop-context.tsx';

/** The shop's name, and the way to the others of whoever is at the screen, or to a new one. */
export function ShopSwitch({ shops }: { shops: ShopView[] }) {
  const { slug, name } = useShop();
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
        <MenuLink key={shop.slug} href={`/merchant/${shop.slug}`}>
          {shop.name}
          {shop.slug === slug && <Check aria-label="This one" className="ml-auto" />}
        </MenuLink>
      ))}
      <MenuLine />
      <MenuLink href="/merchant/new">
        <Plus aria-hidden /> Open another shop
      </MenuLink>
    </Menu>
  );
}
