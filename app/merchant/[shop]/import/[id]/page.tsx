import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { ImportRoom } from '#components/merchant/import/import-room.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { importParams } from '#lib/contracts/import.ts';
import { getImport } from '#lib/server/use-cases/get-import.ts';
import { foundOrNot, memberAtDoor } from '../../../at-door.ts';

export const metadata: Metadata = { title: 'Import' };

interface Props {
  params: Promise<{ shop: string; id: string }>;
}

export default async function ImportRunPage({ params }: Props) {
  const { data } = importParams.safeParse(await params);
  if (!data) notFound();
  const { shop, id } = data;
  const { actor, member } = await memberAtDoor(shop, `/import/${id}`);
  if (!member) return <NotForYou room="shop" email={actor.email} />;
  const run = await foundOrNot(getImport(actor, shop, id));
  return (
    <>
      <div className="grid gap-2">
        <Link
          href={`/merchant/${shop}/import`}
          className="inline-flex min-h-11 items-center gap-2 justify-self-start text-sm text-ink-soft underline-offset-4 hover:text-ink hover:underline"
        >
          <ArrowLeft aria-hidden className="size-4" /> Import and export
        </Link>
        <PageHeading title={run.fileName} className="wrap-anywhere" />
      </div>
      <ImportRoom key={run.id} initial={run} />
    </>
  );
}
