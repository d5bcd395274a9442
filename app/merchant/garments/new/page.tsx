import type { Metadata } from 'next';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { EditorPage } from '#components/merchant/editor-page.tsx';
import { GarmentEditor } from '#components/merchant/garment-editor.tsx';
import { listShopGarments } from '#lib/server/use-cases/list-shop-garments.ts';
import { merchantAtDoor } from '../../merchant-actor.ts';

export const metadata: Metadata = { title: 'Add a garment' };

export default async function NewGarmentPage() {
  const { actor, welcome } = await merchantAtDoor('/merchant/garments/new');
  if (!welcome) return <NotForYou room="shop" email={actor.email} />;
  const [latest] = await listShopGarments(actor);
  return (
    <EditorPage title="Add a garment">
      <GarmentEditor garment={null} shopCurrency={latest?.price.currency ?? null} />
    </EditorPage>
  );
}
