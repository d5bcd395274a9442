import type { Metadata } from 'next';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { GarmentEditor } from '#components/merchant/editor/garment-editor.tsx';
import { NoNewGarment } from '#components/merchant/editor/garment-sheet.tsx';
import { mayAs } from '#lib/domain/shop-role.ts';
import { memberAtDoor } from '../../../at-door.ts';

export const metadata: Metadata = { title: 'Add a garment' };

interface Props {
  params: Promise<{ shop: string }>;
}

export default async function NewGarmentPage({ params }: Props) {
  const { shop } = await params;
  const { actor, member } = await memberAtDoor(shop, '/garments/new');
  if (!member) return <NotForYou room="shop" email={actor.email} />;
  return mayAs(member.role, 'EDITOR') ? <GarmentEditor garment={null} /> : <NoNewGarment />;
}
