import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { Comparison } from '#components/looks/comparison.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { LEAST_COMPARED, parseCompared } from '#lib/domain/compare-looks.ts';
import { currentActor } from '#lib/server/auth/current-actor.ts';
import { compareLooks } from '#lib/server/use-cases/compare-looks.ts';
import { compareWords } from '#lib/words/looks.ts';

export const metadata: Metadata = { title: compareWords.pageTitle, robots: { index: false } };

interface ComparePageProps {
  searchParams: Promise<{ ids?: string | string[] }>;
}

export default async function ComparePage({ searchParams }: ComparePageProps) {
  const ids = parseCompared((await searchParams).ids);
  const actor = await currentActor();
  const compared = actor ? await compareLooks(actor, ids) : [];
  const missing = ids.length - compared.length;
  if (compared.length < LEAST_COMPARED) {
    return (
      <div className="page-width grid gap-10 pt-10 md:pt-14">
        <PageHeading title={compareWords.title} />
        <EmptyState
          title={compareWords.tooFew.title}
          action={<LinkButton href="/looks">{compareWords.back}</LinkButton>}
        >
          {compareWords.tooFew.text}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="page-width grid gap-6 pt-6 md:pt-8">
      <PageHeading
        title={compareWords.title}
        actions={
          <LinkButton href="/looks" variant="quiet" className="-mx-4">
            <ArrowLeft aria-hidden /> {compareWords.back}
          </LinkButton>
        }
      />
      {missing > 0 && <Notice>{compareWords.someMissing(missing)}</Notice>}
      <Comparison compared={compared} />
    </div>
  );
}
