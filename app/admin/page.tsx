import type { Metadata } from 'next';
import { Suspense } from 'react';
import { queueHref } from '#components/admin/queue/queue-href.ts';
import { QueueRoom } from '#components/admin/queue/queue-room.tsx';
import { QueueSkeleton } from '#components/admin/queue/queue-skeleton.tsx';
import { SendingBanner } from '#components/admin/queue/sending-banner.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { caseParams } from '#lib/contracts/review.ts';
import { type CaseQuery, readCaseQuery } from '#lib/domain/case-query.ts';
import type { Actor } from '#lib/server/auth/current-actor.ts';
import { countCases } from '#lib/server/use-cases/count-cases.ts';
import { getCaseOptions } from '#lib/server/use-cases/get-case-options.ts';
import { getSending } from '#lib/server/use-cases/get-sending.ts';
import { groupCases } from '#lib/server/use-cases/group-cases.ts';
import { listCases } from '#lib/server/use-cases/list-cases.ts';
import { listViews } from '#lib/server/use-cases/list-views.ts';
import { adminAtDoor } from './at-door.tsx';

export const metadata: Metadata = { title: 'Review console' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AdminPage({ searchParams }: Props) {
  const given = await searchParams;
  const query = readCaseQuery(given);
  const grouped = given.grouped === '1';
  const after = caseParams.safeParse({ id: given.after }).data?.id;
  const { actor, refusal } = await adminAtDoor(queueHref(query, { grouped, after }));
  if (!actor) return refusal;
  return (
    <>
      <PageHeading title="Review" lead="Try-ons that somebody must look at, and answer for." />
      <Suspense>
        <Sending actor={actor} />
      </Suspense>
      <Suspense fallback={<QueueSkeleton />}>
        <Queue actor={actor} query={query} grouped={grouped} after={after} />
      </Suspense>
    </>
  );
}

async function Sending({ actor }: { actor: Actor }) {
  return <SendingBanner pause={(await getSending(actor)).pause} />;
}

interface QueueProps {
  actor: Actor;
  query: CaseQuery;
  grouped: boolean;
  after: string | undefined;
}

async function Queue({ actor, query, grouped, after }: QueueProps) {
  const [found, counts, options, views] = await Promise.all([
    grouped
      ? groupCases(actor, query).then((groups) => ({ groups }))
      : listCases(actor, query, { cursor: after }).then((cases) => ({ cases })),
    countCases(actor, query),
    getCaseOptions(actor, query),
    listViews(actor),
  ]);
  return (
    <QueueRoom
      query={query}
      found={found}
      counts={counts}
      options={options}
      views={views}
      after={after}
      me={actor.userId}
    />
  );
}
