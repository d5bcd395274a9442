'use client';

import { createContext, type ReactNode, use } from 'react';
import { mayAs, type ShopRole } from '#lib/domain/shop-role.ts';

/** A shop as its people's screens name it. */
export interface ShopView {
  slug: string;
  name: string;
  /** ISO 4217, of its prices. */
  currency: string;
}

interface MemberShop extends ShopView {
  /** Of the person at the screen. */
  role: ShopRole;
}

const ShopContext = createContext<MemberShop | null>(null);

export function ShopProvider({ shop, children }: { shop: MemberShop; children: ReactNode }) {
  return <ShopContext value={shop}>{children}</ShopContext>;
}

/** The shop whose back office this is, and what the person at the screen may do in it. */
export function useShop() {
  const shop = use(ShopContext);
  if (!shop) throw new Error('useShop belongs inside the back office');
  return {
    ...shop,
    mayEdit: mayAs(shop.role, 'EDITOR'),
    isOwner: mayAs(shop.role, 'OWNER'),
    /** Pages of the back office. */
    path: `/merchant/${shop.slug}`,
    /** Its route handlers. */
    api: `/api/merchant/${shop.slug}`,
  };
}
