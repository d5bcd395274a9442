import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { EditorPage } from '#components/merchant/editor-page.tsx';
import { GarmentEditor } from '#components/merchant/garment-editor.tsx';
import { garmentParams } from '#lib/contracts/garment.ts';
import { getShopGarment } from '#lib/server/use-cases/get-shop-garment.ts';
import { merchantAtDoor } from '../../merchant-actor.ts';

export const metadata: Metadata = { title: 'Edit a garment' };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function EditGarmentPage({ params }: Props) {
  const { data } = garmentParams.safeParse(await params);
  if (!data) notFound();
  const { actor, welcome } = await merchantAtDoor(`/merchant/garments/${data.id}`);
  if (!welcome) return <NotForYou room="shop" email={actor.email} />;
  const garment = await getShopGarment(actor, data.id);
  if (!garment) notFound();
  return (
    <EditorPage title={garment.title}>
      <GarmentEditor key={garment.id} garment={garment} shopCurrency={garment.price.currency} />
    </EditorPage>
  );
}
