import Link from 'next/link';
import { count, tryOns } from '#components/merchant/spend/spend-words.ts';
import { Badge } from '#components/ui/badge.tsx';
import type { AdminShopRow } from '#lib/contracts/admin-shops.ts';
import { capsText, dollars } from './shop-words.ts';

export function ShopList({ items }: { items: AdminShopRow[] }) {
  return (
    <ul className="border-t border-line text-sm">
      {items.map((shop) => (
        <li
          key={shop.id}
          className="relative grid gap-x-6 gap-y-1 border-b border-line py-3 hover:bg-sunken sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)]"
        >
          <span className="min-w-0 break-words">
            <Link
              href={`/admin/shops/${shop.slug}`}
              className="font-medium after:absolute after:inset-0"
            >
              {shop.name}
            </Link>{' '}
            {shop.suspendedAt && <Badge tone="warning">Suspended</Badge>}
            <span className="block text-label text-ink-soft">{shop.slug}</span>
          </span>
          <span className="tabular-nums">
            {tryOns(shop.tryOns)} this month, {dollars(shop.costMicros)}
            <span className="block text-label text-ink-soft">{capsText(shop.caps)}</span>
          </span>
          <span className="tabular-nums">
            {count(shop.garments)} garment{shop.garments === 1 ? '' : 's'}
            <span className="block text-label text-ink-soft">
              {count(shop.members)} in the team · {count(shop.openCases)} open case
              {shop.openCases === 1 ? '' : 's'}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
