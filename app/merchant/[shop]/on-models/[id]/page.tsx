import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { counted } from '#components/merchant/import/import-words.ts';
import { countAll } from '#components/merchant/on-models/render-counts.ts';
import { RenderRoom } from '#components/merchant/on-models/render-room.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { renderParams } from '#lib/contracts/render.ts';
import { getRender } from '#lib/server/use-cases/get-render.ts';
import { foundOrNot, memberAtDoor } from '../../../at-door.ts';

export const metadata: Metadata = { title: 'Run' };

interface Props {
  params: Promise<{ shop: string; id: string }>;
}

export default async function RenderRunPage({ params }: Props) {
  const { data } = renderParams.safeParse(await params);
  if (!data) notFound();
  const { shop, id } = data;
  const { actor, member } = await memberAtDoor(shop, `/on-models/${id}`);
  if (!member) return <NotForYou room="shop" email={actor.email} />;
  const run = await foundOrNot(getRender(actor, shop, id));
  return (
    <>
      <div className="grid gap-2">
        <Link
          href={`/merchant/${shop}/on-models`}
          className="inline-flex min-h-11 items-center gap-2 justify-self-start text-sm text-ink-soft underline-offset-4 hover:text-ink hover:underline"
        >
          <ArrowLeft aria-hidden className="size-4" /> On models
        </Link>
        <PageHeading title={`${counted(countAll(run.counts), 'picture')} on models`} />
      </div>
      <RenderRoom key={run.id} initial={run} />
    </>
  );
}
