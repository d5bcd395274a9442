import { Download } from 'lucide-react';
import Link from 'next/link';
import { buttonClass } from '#components/ui/button-class.ts';
import { SectionHeading } from '#components/ui/heading.tsx';
import type { OwnDataView } from '#lib/contracts/own-data.ts';
import { dataWords, privacyWords } from '#lib/words/privacy.ts';
import { CloseAccount } from './close-account.tsx';
import { ConsentRecords } from './consent-records.tsx';
import { Deletions } from './deletions.tsx';
import { OwnPhotos } from './own-photos.tsx';
import { ShareLinks } from './share-links.tsx';

/** What is kept of a person: each kind with its dates and the way to delete it. */
export function OwnData({ data }: { data: OwnDataView }) {
  const { photos, looks, consents, erasures, closing } = data;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-12">
      <p className="-mt-4 text-sm">
        <Link href="/privacy" className="text-link">
          {privacyWords.howWeUse}
        </Link>
      </p>
      <OwnPhotos photos={photos} />
      <section aria-labelledby="looks-kept" className="grid gap-3">
        <SectionHeading id="looks-kept">{dataWords.looks.title}</SectionHeading>
        <p className="text-pretty text-ink-soft">
          {looks
            ? dataWords.looks.kept(looks.count, looks.first, looks.last)
            : dataWords.looks.none}
        </p>
        {looks && (
          <p>
            <Link href="/looks" className="text-link inline-flex min-h-11 items-center">
              {dataWords.looks.link}
            </Link>
          </p>
        )}
      </section>
      <ConsentRecords consents={consents} />
      <ShareLinks />
      <section aria-labelledby="download" className="grid justify-items-start gap-3">
        <SectionHeading id="download" className="w-full">
          {dataWords.download.title}
        </SectionHeading>
        <p className="text-pretty text-ink-soft">{dataWords.download.text}</p>
        <a href="/api/account/export" download className={buttonClass({ variant: 'secondary' })}>
          <Download aria-hidden /> {dataWords.download.action}
        </a>
      </section>
      <Deletions erasures={erasures} />
      <CloseAccount closing={closing} />
    </div>
  );
}
