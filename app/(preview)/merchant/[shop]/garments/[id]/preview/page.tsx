import '../../../../../../office.css';

import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { GarmentPreview } from '#components/merchant/garment-preview.tsx';
import { shopGarmentParams } from '#lib/contracts/garment.ts';
import { getGarmentPreview } from '#lib/server/use-cases/get-garment-preview.ts';
import { foundOrNot, memberAtDoor } from '../../../../../../merchant/at-door.ts';

export const metadata: Metadata = {
  title: 'Preview of a garment',
  robots: { index: false, follow: false },
};

interface Props {
  params: Promise<{ shop: string; id: string }>;
}

/** Apart from the other rooms of the back office: without their frame, as shoppers would see it. */
export default async function GarmentPreviewPage({ params }: Props) {
  const { data } = shopGarmentParams.safeParse(await params);
  if (!data) notFound();
  const { shop, id } = data;
  const { actor, member } = await memberAtDoor(shop, `/garments/${id}/preview`);
  if (!member) return <NotForYou room="shop" email={actor.email} />;
  const { page, status, shown } = await foundOrNot(getGarmentPreview(actor, shop, id));
  // Then there is the thing itself.
  if (shown) redirect(`/garments/${page.slug}`);
  return (
    <GarmentPreview garment={page} status={status} back={`/merchant/${shop}/garments/${id}`} />
  );
}
