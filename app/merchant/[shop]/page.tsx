import { redirect } from 'next/navigation';

interface Props {
  params: Promise<{ shop: string }>;
}

export default async function ShopPage({ params }: Props) {
  redirect(`/merchant/${(await params).shop}/garments`);
}
