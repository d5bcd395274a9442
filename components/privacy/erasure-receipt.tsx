import Link from 'next/link';
import type { ReactNode } from 'react';
import { PageHeading } from '#components/ui/heading.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { ErasureView } from '#lib/contracts/own-data.ts';
import { erasureCauseWords, longMinute, receiptWords as words } from '#lib/words/privacy.ts';
import { LookAgain } from './look-again.tsx';

/** How a deletion stands. Nothing in it tells whose it was. */
export function ErasureReceipt({ erasure }: { erasure: ErasureView }) {
  const { id, cause, pictures, requestedAt, state } = erasure;
  return (
    <div className="page-width pt-10 md:pt-14">
      <div className="grid max-w-2xl gap-8">
        <PageHeading
          title={words.title}
          lead={
            cause === 'closing' && (
              <>
                {words.closed.text}{' '}
                <Link href="/privacy" className="text-link text-ink">
                  {words.closed.link}
                </Link>
                .
              </>
            )
          }
        />
        <Standing erasure={erasure} />
        <dl className="border-t border-line text-sm">
          <Line name={words.what}>{erasureCauseWords[cause]}</Line>
          <Line name={words.requested}>{longMinute(requestedAt)}</Line>
          {state.kind === 'done' && <Line name={words.finished}>{longMinute(state.doneAt)}</Line>}
          <Line name={words.pictures}>
            {pictures}
            {pictures > 0 && (
              <span className="block text-label text-ink-soft">{words.picturesHint}</span>
            )}
          </Line>
          <Line name={words.number}>
            <span className="font-mono text-label break-all">{id}</span>
          </Line>
        </dl>
        <p className="text-sm text-pretty text-ink-soft">{words.keep}</p>
      </div>
    </div>
  );
}

function Standing({ erasure: { pictures, state } }: { erasure: ErasureView }) {
  switch (state.kind) {
    case 'done':
      return (
        <Notice kind="success" title={words.done}>
          {words.doneText(pictures, state.doneAt)}
        </Notice>
      );
    case 'open':
      return (
        <Notice kind="info" title={words.open} actions={<LookAgain />}>
          {words.openText(pictures, state.latest)}
        </Notice>
      );
    case 'late':
      return (
        <Notice kind="warning" title={words.open} actions={<LookAgain />}>
          {words.lateText(pictures)}
        </Notice>
      );
  }
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-0.5 border-b border-line py-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <dt className="text-ink-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
