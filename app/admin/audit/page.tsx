import type { Metadata } from 'next';
import { AuditFilters } from '#components/admin/audit/audit-filters.tsx';
import { AuditList } from '#components/admin/audit/audit-list.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { activityQuery } from '#lib/contracts/activity.ts';
import { readAuditQuery, writeAuditQuery } from '#lib/domain/audit-query.ts';
import { listAuditEntries } from '#lib/server/use-cases/list-audit-entries.ts';
import { adminAtDoor } from '../at-door.tsx';

export const metadata: Metadata = { title: 'Audit log' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AuditPage({ searchParams }: Props) {
  const given = await searchParams;
  const query = readAuditQuery(given);
  const address = writeAuditQuery(query);
  const { actor, refusal } = await adminAtDoor(`/admin/audit${address && `?${address}`}`);
  if (!actor) return refusal;
  // A place that is none of this list is the beginning of it.
  const { cursor } = activityQuery.catch({ limit: 50 }).parse(given);
  const { items, nextCursor } = await listAuditEntries(actor, { ...query, cursor, limit: 50 });
  return (
    <>
      <PageHeading
        title="Audit log"
        lead="Who changed what, everywhere. Entries are never changed or removed."
        actions={
          <a
            href={`/api/admin/audit/export${address && `?${address}`}`}
            download
            className={buttonClass({ variant: 'secondary' })}
          >
            Export as CSV
          </a>
        }
      />
      <AuditFilters key={address} query={query} />
      {items.length > 0 ? (
        <AuditList items={items} />
      ) : (
        <EmptyState title={address ? 'No entry fits' : 'Nothing has been changed yet'}>
          {address && 'Ask for less, or for another period.'}
        </EmptyState>
      )}
      {(cursor || nextCursor) && (
        <nav aria-label="Pages" className="flex flex-wrap justify-center gap-3">
          {cursor && (
            <LinkButton href={`/admin/audit${address && `?${address}`}`} variant="quiet">
              Latest
            </LinkButton>
          )}
          {nextCursor && (
            <LinkButton
              href={`/admin/audit?${writeAuditQuery({ ...query, cursor: nextCursor })}`}
              variant="secondary"
            >
              Earlier
            </LinkButton>
          )}
        </nav>
      )}
    </>
  );
}
