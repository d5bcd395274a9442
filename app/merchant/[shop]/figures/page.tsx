import type { Metadata } from 'next';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { FiguresRoom } from '#components/merchant/figures/figures-room.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { parseFigures } from '#lib/domain/figures-query.ts';
import { getFigures } from '#lib/server/use-cases/get-figures.ts';
import { foundOrNot, memberAtDoor } from '../../at-door.ts';

export const metadata: Metadata = { title: 'Figures' };

interface Props {
  params: Promise<{ shop: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function FiguresPage({ params, searchParams }: Props) {
  const { shop } = await params;
  const query = parseFigures(await searchParams);
  const { actor, member } = await memberAtDoor(shop, '/figures');
  if (!member) return <NotForYou room="shop" email={actor.email} />;
  const figures = await foundOrNot(getFigures(actor, shop, query));
  return (
    <>
      <PageHeading
        title="Figures"
        lead="What comes of your garments in the fitting room, what it costs, and whether it pays."
      />
      <FiguresRoom shop={shop} query={query} figures={figures} />
    </>
  );
}
