import Link from 'next/link';
import { type ReactNode, useId } from 'react';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import type { ReviewCaseView } from '#lib/contracts/admin.ts';
import { CopyableId } from './copyable-id.tsx';
import { classWords, duration, retrySentence, stateWords } from './review-words.ts';
import { UtcTime } from './utc-time.tsx';

interface ReviewCaseProps {
  reviewCase: ReviewCaseView;
  onRetry: () => void;
}

/** One case: what happened on the left, the facts on the right; below each other on a phone. */
export function ReviewCase({ reviewCase, onRetry }: ReviewCaseProps) {
  const headingId = useId();
  const { state, errorClass, adminNote, garment } = reviewCase;
  const late = reviewCase.finishedAt === null;
  return (
    <article
      aria-labelledby={headingId}
      className="grid gap-x-10 gap-y-4 border-line py-5 text-sm max-md:rounded-panel max-md:border max-md:bg-raised max-md:p-4 md:grid-cols-[minmax(0,1fr)_19rem] md:grid-rows-[auto_1fr] md:border-b xl:grid-cols-[minmax(0,1fr)_27rem]"
    >
      <div className="grid content-start gap-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Badge tone={stateWords[state].tone}>{stateWords[state].name}</Badge>
          <h2 id={headingId} className="text-base font-semibold">
            {late ? 'Running out of time' : classWords[errorClass]}
            <span className="sr-only">: {garment.title}</span>
          </h2>
        </div>
        <p className="max-w-prose text-pretty text-ink-soft">{adminNote}</p>
        {(!late || reviewCase.providerText) && (
          <ProviderWords http={reviewCase.providerHttp} text={reviewCase.providerText} />
        )}
      </div>
      <Facts reviewCase={reviewCase} />
      {reviewCase.retry ? (
        <RetryState id={retryPlaceId(reviewCase.tryOnId)} retry={reviewCase.retry} />
      ) : (
        !late && (
          <Button
            id={retryPlaceId(reviewCase.tryOnId)}
            variant="secondary"
            size="small"
            className="self-start justify-self-start max-md:w-full"
            onClick={onRetry}
          >
            Retry
          </Button>
        )
      )}
    </article>
  );
}

function ProviderWords({ http, text }: { http: number | null; text: string | null }) {
  const labelId = useId();
  if (!text) {
    return (
      <p className="text-label text-ink-soft">
        {http === null
          ? 'No answer of the provider is known.'
          : `The provider answered HTTP ${http}, without words.`}
      </p>
    );
  }
  return (
    <div className="grid gap-1">
      <p id={labelId} className="text-label text-ink-soft">
        The provider’s words{http !== null && <> · HTTP {http}</>}
      </p>
      <section
        aria-labelledby={labelId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long texts scroll, also by keyboard
        tabIndex={0}
        className="max-h-40 overflow-y-auto border-l-2 border-line-strong bg-sunken px-3 py-2"
      >
        <pre className="font-mono text-label break-words whitespace-pre-wrap">{text}</pre>
      </section>
    </div>
  );
}

function Facts({ reviewCase }: { reviewCase: ReviewCaseView }) {
  const { requestId, garment, shop, subject, createdAt, finishedAt, tryOnId } = reviewCase;
  return (
    <dl className="grid grid-cols-[5rem_minmax(0,1fr)] content-start gap-x-3 gap-y-1.5 md:row-span-2">
      {finishedAt ? (
        <Fact name="Ended">
          <UtcTime instant={finishedAt} />, after {duration(createdAt, finishedAt)}
        </Fact>
      ) : (
        <Fact name="Asked for">
          <UtcTime instant={createdAt} />
        </Fact>
      )}
      <Fact name="Garment">
        <Link href={`/garments/${garment.slug}`} className="text-link">
          {garment.title}
        </Link>
        , {shop}
      </Fact>
      <Fact name="Person">{subject === 'photo' ? 'Own photo' : 'House model'}</Fact>
      <Fact name="Request id">
        {requestId ? (
          <CopyableId name="request id" id={requestId} />
        ) : (
          <span className="text-ink-soft">None was given</span>
        )}
      </Fact>
      <Fact name="Try-on id">
        <CopyableId name="try-on id" id={tryOnId} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-label leading-5 text-ink-soft">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

/** Of the button, and of what takes its place after a retry. */
export const retryPlaceId = (tryOnId: string) => `retry-of-${tryOnId}`;

interface RetryStateProps {
  id: string;
  retry: NonNullable<ReviewCaseView['retry']>;
}

function RetryState({ id, retry }: RetryStateProps) {
  const { name, tone } = stateWords[retry.state];
  return (
    <div id={id} tabIndex={-1} className="grid content-start gap-1 border-t border-line pt-3">
      <p role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-label text-ink-soft">Retry</span>
        <Badge tone={tone}>{name}</Badge>
        <span className="text-pretty">{retrySentence(retry.state)}</span>
      </p>
      <CopyableId name="retry’s try-on id" id={retry.id} />
    </div>
  );
}
