import type { Metadata } from 'next';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { TeamRoom } from '#components/merchant/team/team-room.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { listTeam } from '#lib/server/use-cases/list-team.ts';
import { memberAtDoor } from '../../at-door.ts';

export const metadata: Metadata = { title: 'Team' };

interface Props {
  params: Promise<{ shop: string }>;
}

export default async function TeamPage({ params }: Props) {
  const { shop } = await params;
  const { actor, member } = await memberAtDoor(shop, '/team');
  if (!member) return <NotForYou room="shop" email={actor.email} />;
  return (
    <>
      <PageHeading title="Team" lead="Who gets into this back office, and what they may do." />
      <TeamRoom initial={await listTeam(actor, shop)} self={actor.userId} />
    </>
  );
}
