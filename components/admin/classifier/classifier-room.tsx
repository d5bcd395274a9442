'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import type { ClassifierView, UnfiledText } from '#lib/contracts/classifier.ts';
import { writeCaseQuery } from '#lib/domain/case-query.ts';
import { UtcTime } from '../utc-time.tsx';
import { countWords } from './classifier-words.ts';
import { FileDialog } from './file-dialog.tsx';
import { RuleList } from './rule-list.tsx';

export function ClassifierRoom({ unfiled, rules }: ClassifierView) {
  /** The words to begin with; null while the dialog is closed. */
  const [filing, setFiling] = useState<string | null>(null);
  return (
    <div className="grid gap-12">
      <section aria-labelledby="unfiled" className="grid gap-2">
        <SectionHeading
          id="unfiled"
          actions={
            <Button variant="secondary" size="small" onClick={() => setFiling('')}>
              File other words
            </Button>
          }
        >
          Words to file
        </SectionHeading>
        {unfiled.length > 0 ? (
          <ul>
            {unfiled.map((text) => (
              <UnfiledLine key={text.signature} text={text} onFile={() => setFiling(text.phrase)} />
            ))}
          </ul>
        ) : (
          <EmptyState title="Every text is filed">
            When the provider says something new, it will stand here until you say what it means.
          </EmptyState>
        )}
      </section>
      <RuleList rules={rules} />
      {filing !== null && <FileDialog words={filing} onClose={() => setFiling(null)} />}
    </div>
  );
}

function UnfiledLine({ text, onFile }: { text: UnfiledText; onFile: () => void }) {
  const { sample, signature, firstAt, lastAt } = text;
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 border-b border-line py-4">
      <div className="grid min-w-0 flex-1 basis-72 gap-1">
        <p className="break-words text-pretty">“{sample}”</p>
        <p className="text-label text-ink-soft">
          <Link
            href={`/admin?${writeCaseQuery({ status: 'any', order: 'newest', signature })}`}
            className="text-link"
          >
            {countWords(text)}
          </Link>
          {' · first '}
          <UtcTime instant={firstAt} />
          {lastAt !== firstAt && (
            <>
              {' · last '}
              <UtcTime instant={lastAt} />
            </>
          )}
        </p>
      </div>
      <Button variant="secondary" size="small" onClick={onFile}>
        File<span className="sr-only"> “{sample}”</span>
      </Button>
    </li>
  );
}
