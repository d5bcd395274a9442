import type { Metadata } from 'next';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { ExportPanel } from '#components/merchant/import/export-panel.tsx';
import { RunList } from '#components/merchant/import/run-list.tsx';
import { UploadPanel } from '#components/merchant/import/upload-panel.tsx';
import { PageHeading, SectionHeading } from '#components/ui/heading.tsx';
import { importListQuery } from '#lib/contracts/import.ts';
import { mayAs } from '#lib/domain/shop-role.ts';
import { listImports } from '#lib/server/use-cases/list-imports.ts';
import { memberAtDoor } from '../../at-door.ts';

export const metadata: Metadata = { title: 'Import and export' };

const RUNS = 10;

interface Props {
  params: Promise<{ shop: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ImportPage({ params, searchParams }: Props) {
  const { shop } = await params;
  const { actor, member } = await memberAtDoor(shop, '/import');
  if (!member) return <NotForYou room="shop" email={actor.email} />;
  // A place that is none of this list is the beginning of it.
  const query = importListQuery
    .catch({ limit: RUNS })
    .parse({ ...(await searchParams), limit: RUNS });
  const runs = await listImports(actor, shop, query);
  return (
    <>
      <PageHeading
        title="Import and export"
        lead="Bring your catalog here as a file, and take it away again as one."
      />
      {mayAs(member.role, 'EDITOR') && <UploadPanel />}
      {runs.items.length > 0 && (
        <section aria-labelledby="imports" className="grid gap-0">
          <SectionHeading id="imports" className="border-b-0">
            Imports
          </SectionHeading>
          <RunList key={query.cursor} initial={runs} cursor={query.cursor ?? null} limit={RUNS} />
        </section>
      )}
      <section aria-labelledby="export" className="grid gap-4">
        <SectionHeading id="export">Export</SectionHeading>
        <ExportPanel />
      </section>
    </>
  );
}
