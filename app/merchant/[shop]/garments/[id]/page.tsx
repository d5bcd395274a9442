import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { GarmentEditor } from '#components/merchant/editor/garment-editor.tsx';
import { GarmentSheet } from '#components/merchant/editor/garment-sheet.tsx';
import { shopGarmentParams } from '#lib/contracts/garment.ts';
import { mayAs } from '#lib/domain/shop-role.ts';
import { getShopGarment } from '#lib/server/use-cases/get-shop-garment.ts';
import { foundOrNot, memberAtDoor } from '../../../at-door.ts';

export const metadata: Metadata = { title: 'Edit a garment' };

interface Props {
  params: Promise<{ shop: string; id: string }>;
}

export default async function EditGarmentPage({ params }: Props) {
  const { data } = shopGarmentParams.safeParse(await params);
  if (!data) notFound();
  const { shop, id } = data;
  const { actor, member } = await memberAtDoor(shop, `/garments/${id}`);
  if (!member) return <NotForYou room="shop" email={actor.email} />;
  const garment = await foundOrNot(getShopGarment(actor, shop, id));
  return mayAs(member.role, 'EDITOR') ? (
    <GarmentEditor key={garment.id} garment={garment} />
  ) : (
    <GarmentSheet garment={garment} />
  );
}
