import Link from 'next/link';
import type { ReactNode } from 'react';
import { SectionHeading } from '#components/ui/heading.tsx';
import type { CaseDetail } from '#lib/contracts/review.ts';
import { readCaseQuery } from '#lib/domain/case-query.ts';
import { CopyableId } from '../copyable-id.tsx';
import { caseHref, queueHref } from '../queue/queue-href.ts';
import { costWords, quotaWords, seconds } from './fact-words.ts';

const everywhere = { ...readCaseQuery({}), status: 'any' } as const;

/** Ids, settings, times and what it cost, with the ways to what it hangs together with. */
export function CaseFacts({ detail }: { detail: CaseDetail }) {
  const { garment, shop, person, parameters, timings, retry, retryOf } = detail;
  return (
    <section aria-labelledby="facts" className="grid gap-4 text-sm">
      <SectionHeading id="facts">Facts</SectionHeading>
      <dl className="grid gap-x-10 gap-y-2 md:grid-cols-2">
        <Fact name="Request id">
          {detail.requestId ? (
            <CopyableId name="request id" id={detail.requestId} />
          ) : (
            <span className="text-ink-soft">None was given</span>
          )}
        </Fact>
        <Fact name="Try-on id">
          <CopyableId name="try-on id" id={detail.tryOnId} />
        </Fact>
        <Fact name="Person">
          <Link href={`/admin/people/${person.id}`} className="text-link">
            {person.name}
          </Link>
          {person.isGuest && ', a guest'}
          {person.suspended && ', suspended'}
          <br />
          <Link href={queueHref({ ...everywhere, person: person.id })} className="text-link">
            {person.cases === 1 ? 'One case' : `${person.cases} cases`}
          </Link>{' '}
          of {person.tryOns} {person.tryOns === 1 ? 'try-on' : 'try-ons'}
        </Fact>
        <Fact name="Worn by">
          {detail.subject === 'photo' ? 'Own photo' : 'A house model'}
          {detail.forShop && ', for the shop itself'}
        </Fact>
        <Fact name="Garment">
          <Link href={queueHref({ ...everywhere, garment: garment.slug })} className="text-link">
            All cases of {garment.title}
          </Link>
          {garment.status !== 'ACTIVE' && ', not in the shop now'}
        </Fact>
        <Fact name="Shop">
          <Link href={queueHref({ ...everywhere, shop: shop.slug })} className="text-link">
            All cases of {shop.name}
          </Link>
        </Fact>
        <Fact name="Times">
          {seconds(timings.waiting)} waiting · {seconds(timings.rendering)} at the provider ·{' '}
          {seconds(timings.saving)} saving
        </Fact>
        <Fact name="Settings">
          {parameters.category.toLowerCase().replace('_', ' ')} · {parameters.steps} steps ·
          guidance {parameters.guidance} · seed {parameters.seed}
        </Fact>
        <Fact name="Sent">
          {detail.attempts === 0 && 'Never'}
          {detail.attempts === 1 && 'Once'}
          {detail.attempts > 1 && `${detail.attempts} times`} · {costWords(detail.costMicros)}
        </Fact>
        <Fact name="Quota">{quotaWords[detail.quota]}</Fact>
        {retryOf && (
          <Fact name="Retry of">
            <Link href={caseHref(retryOf, everywhere)} className="text-link font-mono text-label">
              {retryOf}
            </Link>
          </Fact>
        )}
        {retry && (
          <Fact name="Retried as">
            <CopyableId name="retry’s try-on id" id={retry.id} />
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3">
      <dt className="text-label leading-5 text-ink-soft">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
