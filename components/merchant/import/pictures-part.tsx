'use client';

import Link from 'next/link';
import useSWR from 'swr';
import { Button } from '#components/ui/button.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { type ImportDetail, importPictures } from '#lib/contracts/import.ts';
import { useShop } from '../shop-context.tsx';
import { counted, figure } from './import-words.ts';
import { arePicturesComing } from './pictures-coming.ts';
import type { ImportActions } from './use-import.ts';
import { useTask } from './use-task.ts';

interface PicturesPartProps {
  run: ImportDetail;
  actions: ImportActions;
}

/** The pictures of what was applied: how many are here, and which could not be had. */
export function PicturesPart({ run, actions }: PicturesPartProps) {
  const { mayEdit } = useShop();
  const { busy, problem, run: doIt } = useTask();
  const { wanted, stored, failed } = run.pictures;
  const coming = arePicturesComing(run);
  return (
    <section className="grid gap-3" aria-label="Pictures">
      <SectionHeading
        actions={
          mayEdit &&
          failed > 0 &&
          !coming && (
            <Button
              variant="secondary"
              size="small"
              disabled={busy}
              onClick={() => void doIt(actions.retryPictures)}
            >
              Fetch the missing ones again
            </Button>
          )
        }
      >
        Pictures
      </SectionHeading>
      <p role="status" className="text-sm text-ink-soft tabular-nums">
        {coming
          ? `${figure(stored)} of ${figure(wanted)} are here. The rest comes by itself, also when you leave this page.`
          : failed === 0
            ? `All ${figure(wanted)} are here.`
            : `${figure(stored)} of ${figure(wanted)} are here, ${counted(failed, 'could not be had', 'could not be had')}.`}
      </p>
      {coming && <ProgressBar label="Pictures" part={(stored + failed) / wanted} />}
      {problem && (
        <Notice kind="danger" role="alert">
          {problem}
        </Notice>
      )}
      {failed > 0 && <Missing run={run} />}
    </section>
  );
}

function Missing({ run }: { run: ImportDetail }) {
  const { api, path } = useShop();
  // The count is part of the key: another one that failed is another list.
  const { data, error } = useSWR(
    [`${api}/imports/${run.id}/pictures`, run.pictures.failed],
    ([at]) => fetchJson(at, importPictures),
    { keepPreviousData: true },
  );
  if (error) return <Notice kind="danger">{sayError(error)}</Notice>;
  const items = data?.items ?? [];
  return (
    <>
      <ul aria-label="Pictures that could not be had" className="border-t border-line text-sm">
        {items.map(({ position, place, garment, url, reason }) => (
          <li key={`${position}-${place}`} className="grid gap-0.5 border-b border-line py-2.5">
            <Link
              href={`${path}/garments/${garment.id}`}
              className="text-link justify-self-start font-medium"
            >
              {garment.title}
            </Link>
            <span>{reason}</span>
            <span className="text-label text-ink-soft wrap-anywhere">{url}</span>
          </li>
        ))}
      </ul>
      {items.length < run.pictures.failed && items.length > 0 && (
        <p className="text-label text-ink-soft">The first {items.length} of them.</p>
      )}
    </>
  );
}
