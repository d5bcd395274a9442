import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CaseFrame } from '#components/admin/case/case-frame.tsx';
import { caseHref } from '#components/admin/queue/queue-href.ts';
import { caseParams } from '#lib/contracts/review.ts';
import { readCaseQuery } from '#lib/domain/case-query.ts';
import { findCaseNeighbours } from '#lib/server/use-cases/find-case-neighbours.ts';
import { getCase } from '#lib/server/use-cases/get-case.ts';
import { foundOrNot } from '../../../merchant/at-door.ts';
import { adminAtDoor } from '../../at-door.tsx';

export const metadata: Metadata = { title: 'Review case' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function CasePage({ params, searchParams }: Props) {
  const { id } = caseParams.safeParse(await params).data ?? notFound();
  const query = readCaseQuery(await searchParams);
  const { actor, refusal } = await adminAtDoor(caseHref(id, query));
  if (!actor) return refusal;
  const [detail, neighbours] = await Promise.all([
    foundOrNot(getCase(actor, id)),
    findCaseNeighbours(actor, id, query),
  ]);
  return <CaseFrame detail={detail} query={query} neighbours={neighbours} />;
}
