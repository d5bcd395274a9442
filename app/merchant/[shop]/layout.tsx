import type { ReactNode } from 'react';
import { BackOffice } from '#components/merchant/back-office.tsx';
import { currentActor } from '#lib/server/auth/current-actor.ts';
import { findCapWarning } from '#lib/server/use-cases/find-cap-warning.ts';
import { listShops } from '#lib/server/use-cases/list-shops.ts';

interface Props {
  params: Promise<{ shop: string }>;
  children: ReactNode;
}

/** The frame of a shop's back office. It guards nothing: each page asks at the door itself. */
export default async function BackOfficeLayout({ params, children }: Props) {
  const { shop: slug } = await params;
  const actor = await currentActor();
  const shops = actor?.role === 'MERCHANT' ? await listShops(actor) : [];
  const member = shops.find(({ shop }) => shop.slug === slug);
  if (!member) return children;
  return (
    <BackOffice
      shop={{ ...shopView(member.shop), role: member.role }}
      shops={shops.map(({ shop }) => shopView(shop))}
      suspended={member.shop.suspendedAt !== null}
      warning={await findCapWarning(member)}
    >
      {children}
    </BackOffice>
  );
}

const shopView = ({ slug, name, currency }: { slug: string; name: string; currency: string }) => ({
  slug,
  name,
  currency,
});
