import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ReviewList } from '#components/admin/review-list.tsx';
import { REVIEW_PAGE_SIZE } from '#components/admin/review-page.ts';
import { ReviewSkeleton } from '#components/admin/review-skeleton.tsx';
import { type ReviewState, reviewStates } from '#components/admin/review-words.ts';
import { SendingPanel } from '#components/admin/sending-panel.tsx';
import { StateFilter } from '#components/admin/state-filter.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Actor } from '#lib/server/auth/current-actor.ts';
import { getSending } from '#lib/server/use-cases/get-sending.ts';
import { listReviewCases } from '#lib/server/use-cases/list-review-cases.ts';
import { adminAtDoor } from './at-door.tsx';

export const metadata: Metadata = { title: 'Review console' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AdminPage({ searchParams }: Props) {
  const wanted = (await searchParams).state;
  const state = reviewStates.find((one) => one === wanted) ?? null;
  const { actor, refusal } = await adminAtDoor(state ? `/admin?state=${state}` : '/admin');
  if (!actor) return refusal;
  return (
    <>
      <PageHeading
        title="Review"
        lead="Try-ons that ended without a look and wait for somebody to see why."
      />
      <Suspense fallback={<Skeleton className="h-12" />}>
        <Sending actor={actor} />
      </Suspense>
      <StateFilter current={state} />
      <Suspense key={state} fallback={<ReviewSkeleton />}>
        <Cases actor={actor} state={state} />
      </Suspense>
    </>
  );
}

async function Sending({ actor }: { actor: Actor }) {
  return <SendingPanel initial={await getSending(actor)} />;
}

async function Cases({ actor, state }: { actor: Actor; state: ReviewState | null }) {
  const initial = await listReviewCases(actor, {
    state: state ?? undefined,
    limit: REVIEW_PAGE_SIZE,
  });
  return <ReviewList state={state} initial={initial} />;
}
