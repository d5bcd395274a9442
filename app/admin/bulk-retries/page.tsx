import type { Metadata } from 'next';
import { BulkList } from '#components/admin/bulk/bulk-list.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { listBulkRetries } from '#lib/server/use-cases/list-bulk-retries.ts';
import { adminAtDoor } from '../at-door.tsx';

export const metadata: Metadata = { title: 'Bulk retries' };

export default async function BulkRetriesPage() {
  const { actor, refusal } = await adminAtDoor('/admin/bulk-retries');
  if (!actor) return refusal;
  return (
    <>
      <PageHeading title="Bulk retries" lead="Many cases retried one after the other." />
      <BulkList bulks={await listBulkRetries(actor)} />
    </>
  );
}
