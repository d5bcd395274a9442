import Link from 'next/link';
import { Badge } from '#components/ui/badge.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import type { CaseDetail } from '#lib/contracts/review.ts';
import type { CaseQuery } from '#lib/domain/case-query.ts';
import { isFinal } from '#lib/domain/try-on.ts';
import { appealWords, caseTitle, causeWords, resolutionWords } from '../queue/queue-words.ts';
import { RetryState } from '../queue/retry-state.tsx';
import { UtcTime } from '../utc-time.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CasePictures } from './case-pictures.tsx';
import { CaseSide } from './case-side.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { CaseWalk } from './case-walk.tsx';
import { CaseWatch } from './case-watch.tsx';
import { ProviderWords } from './provider-words.tsx';
import { ShoppersWords } from './shoppers-words.tsx';

interface CaseFrameProps {
  detail: CaseDetail;
  /** The queue that the case was found in. */
  query: CaseQuery;
  neighbours: { previous: string | null; next: string | null };
}

/** One case: what happened and what was said in the middle, what to do about it beside. */
export function CaseFrame({ detail, query, neighbours }: CaseFrameProps) {
  const { cause, garment, shop, person, retry, finishedAt } = detail;
  const { name, tone } = causeWords[cause];
  return (
    <article aria-labelledby="case" className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <CaseWatch on={finishedAt === null || (retry !== null && !isFinal(retry.state))} />
      <CaseWalk query={query} neighbours={neighbours} />
      <header className="grid gap-2">
        <div className="flex flex-wrap gap-2">
          <Badge tone={tone}>{name}</Badge>
          {detail.appeal && (
            <Badge tone={appealWords[detail.appeal].tone}>{appealWords[detail.appeal].name}</Badge>
          )}
          {detail.status === 'RESOLVED' && (
            <Badge tone="success">
              {detail.resolution ? resolutionWords[detail.resolution] : 'Resolved'}
            </Badge>
          )}
        </div>
        <h1 id="case" className="font-display text-title text-balance">
          {caseTitle(detail)}
        </h1>
        <p className="text-ink-soft">
          <Link href={`/garments/${garment.slug}`} className="text-link">
            {garment.title}
          </Link>
          , {shop.name} · {detail.forShop ? `for the shop, by ${person.name}` : person.name} ·{' '}
          <UtcTime instant={finishedAt ?? detail.createdAt} />
        </p>
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_18rem] xl:grid-rows-[auto_1fr]">
        <div className="grid min-w-0 content-start gap-8">
          <section aria-labelledby="happened" className="grid gap-4">
            <SectionHeading id="happened">What happened</SectionHeading>
            <p className="max-w-prose text-sm text-pretty">{detail.adminNote}</p>
            <ProviderWords
              http={detail.providerHttp}
              text={detail.providerText}
              ended={finishedAt !== null}
            />
            {detail.told && (
              <div className="grid gap-1 text-sm">
                <h3 className="text-label text-ink-soft">What the shopper was told</h3>
                <p className="max-w-prose border-l-2 border-line pl-3 text-pretty">
                  <span className="font-medium">{detail.told.title}.</span> {detail.told.advice}
                </p>
              </div>
            )}
            {retry && (
              <div className="text-sm">
                <RetryState retry={retry} />
              </div>
            )}
          </section>
          <ShoppersWords detail={detail} />
        </div>
        <CaseSide detail={detail} />
        <div className="grid min-w-0 content-start gap-8 xl:col-start-1">
          <CasePictures
            tryOnId={detail.tryOnId}
            pictures={detail.pictures}
            subject={detail.subject}
            garment={garment.title}
            succeeded={detail.state === 'succeeded'}
          />
          <CaseFacts detail={detail} />
          <section aria-labelledby="timeline" className="grid gap-2">
            <SectionHeading id="timeline">Timeline</SectionHeading>
            <CaseTimeline events={detail.timeline} />
          </section>
        </div>
      </div>
    </article>
  );
}
