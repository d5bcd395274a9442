import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BulkProgress } from '#components/admin/bulk/bulk-progress.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { bulkParams } from '#lib/contracts/bulk-retry.ts';
import { getBulkRetry } from '#lib/server/use-cases/get-bulk-retry.ts';
import { foundOrNot } from '../../../merchant/at-door.ts';
import { adminAtDoor } from '../../at-door.tsx';

export const metadata: Metadata = { title: 'Bulk retry' };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function BulkRetryPage({ params }: Props) {
  const { id } = bulkParams.safeParse(await params).data ?? notFound();
  const { actor, refusal } = await adminAtDoor(`/admin/bulk-retries/${id}`);
  if (!actor) return refusal;
  return (
    <>
      <PageHeading title="Bulk retry" />
      <BulkProgress initial={await foundOrNot(getBulkRetry(actor, id))} />
      <LinkButton href="/admin/bulk-retries" variant="quiet" className="-ml-4 justify-self-start">
        All bulk retries
      </LinkButton>
    </>
  );
}
