import type { Metadata } from 'next';
import { Suspense } from 'react';
import { History } from '#components/admin/operations/history.tsx';
import { OperationsNowPanel } from '#components/admin/operations/operations-now.tsx';
import { SendingPanel } from '#components/admin/sending-panel.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { type Range, rangeOf } from '#lib/domain/operations.ts';
import type { Actor } from '#lib/server/auth/current-actor.ts';
import { getOperations } from '#lib/server/use-cases/get-operations.ts';
import { getOperationsHistory } from '#lib/server/use-cases/get-operations-history.ts';
import { getSending } from '#lib/server/use-cases/get-sending.ts';
import { adminAtDoor } from '../at-door.tsx';

export const metadata: Metadata = { title: 'Operations' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function OperationsPage({ searchParams }: Props) {
  const range = rangeOf((await searchParams).range);
  const { actor, refusal } = await adminAtDoor(`/admin/operations?range=${range}`);
  if (!actor) return refusal;
  return (
    <>
      <PageHeading
        title="Operations"
        lead="Whether try-ons are sent, how they end, and how long people wait."
        actions={
          <LinkButton href="/admin/operations/alerts" variant="secondary" size="small">
            Alerts
          </LinkButton>
        }
      />
      <Suspense fallback={<Skeleton className="h-12" />}>
        <Sending actor={actor} />
      </Suspense>
      <div className="grid min-w-0 gap-12">
        <Suspense fallback={<Skeleton className="h-[44rem]" />}>
          <Now actor={actor} />
        </Suspense>
        <Suspense key={range} fallback={<Skeleton className="h-[60rem]" />}>
          <Past actor={actor} range={range} />
        </Suspense>
      </div>
    </>
  );
}

async function Sending({ actor }: { actor: Actor }) {
  return <SendingPanel initial={await getSending(actor)} />;
}

async function Now({ actor }: { actor: Actor }) {
  return <OperationsNowPanel initial={await getOperations(actor)} />;
}

async function Past({ actor, range }: { actor: Actor; range: Range }) {
  return <History history={await getOperationsHistory(actor, range)} />;
}
