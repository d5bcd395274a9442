import type { Metadata } from 'next';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { Planner } from '#components/merchant/on-models/planner.tsx';
import { RenderList } from '#components/merchant/on-models/render-list.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading, SectionHeading } from '#components/ui/heading.tsx';
import { renderListQuery } from '#lib/contracts/render.ts';
import { parseTable } from '#lib/domain/garment-table.ts';
import { mayAs } from '#lib/domain/shop-role.ts';
import { listHouseModels } from '#lib/server/use-cases/list-house-models.ts';
import { listRenders } from '#lib/server/use-cases/list-renders.ts';
import { memberAtDoor } from '../../at-door.ts';

export const metadata: Metadata = { title: 'On models' };

const RUNS = 10;

interface Props {
  params: Promise<{ shop: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function OnModelsPage({ params, searchParams }: Props) {
  const { shop } = await params;
  const { actor, member } = await memberAtDoor(shop, '/on-models');
  if (!member) return <NotForYou room="shop" email={actor.email} />;
  const asked = await searchParams;
  // A place that is none of this list is the beginning of it.
  const page = renderListQuery.catch({ limit: RUNS }).parse({ ...asked, limit: RUNS });
  const [runs, models] = await Promise.all([listRenders(actor, shop, page), listHouseModels()]);
  const mayEdit = mayAs(member.role, 'EDITOR');
  return (
    <>
      <PageHeading
        title="On models"
        lead="Have many garments shown worn on house models. Each picture is made once and paid for once: shoppers who ask for it get the same."
      />
      {mayEdit && (
        <section aria-labelledby="new-run" className="grid gap-6">
          <SectionHeading id="new-run">New run</SectionHeading>
          <Planner query={parseTable(asked)} chosen={asked.chosen !== undefined} models={models} />
        </section>
      )}
      {runs.items.length > 0 ? (
        <section aria-labelledby="runs" className="grid gap-0">
          <SectionHeading id="runs" className="border-b-0">
            Runs
          </SectionHeading>
          <RenderList key={page.cursor} initial={runs} cursor={page.cursor ?? null} limit={RUNS} />
        </section>
      ) : (
        !mayEdit && (
          <EmptyState title="No runs yet">
            An editor of the shop can begin one: many garments on house models at once.
          </EmptyState>
        )
      )}
    </>
  );
}
