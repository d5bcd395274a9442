import type { Metadata } from 'next';
import { queueHref } from '#components/admin/queue/queue-href.ts';
import { QueueRoom } from '#components/admin/queue/queue-room.tsx';
import { SendingBanner } from '#components/admin/queue/sending-banner.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { caseParams } from '#lib/contracts/review.ts';
import { readCaseQuery } from '#lib/domain/case-query.ts';
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
  // Not behind a fallback, which without a script would be all that one sees.
  const [found, counts, options, views, { pause }] = await Promise.all([
    grouped
      ? groupCases(actor, query).then((groups) => ({ groups }))
      : listCases(actor, query, { cursor: after }).then((cases) => ({ cases })),
    countCases(actor, query),
    getCaseOptions(actor, query),
    listViews(actor),
    getSending(actor),
  ]);
  return (
    <>
      <PageHeading title="Review" lead="Try-ons that somebody must look at, and answer for." />
      <SendingBanner pause={pause} />
      <QueueRoom
        query={query}
        found={found}
        counts={counts}
        options={options}
        views={views}
        after={after}
        me={actor.userId}
      />
    </>
  );
}
