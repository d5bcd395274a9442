import type { Metadata } from 'next';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { EditorPage } from '#components/merchant/editor-page.tsx';
import { GarmentEditor } from '#components/merchant/garment-editor.tsx';
import { memberAtDoor } from '../../../at-door.ts';

export const metadata: Metadata = { title: 'Add a garment' };

interface Props {
  params: Promise<{ shop: string }>;
}

export default async function NewGarmentPage({ params }: Props) {
  const { shop } = await params;
  const { actor, member } = await memberAtDoor(shop, '/garments/new');
  if (!member) return <NotForYou room="shop" email={actor.email} />;
  return (
    <EditorPage title="Add a garment">
      <GarmentEditor garment={null} />
    </EditorPage>
  );
}
