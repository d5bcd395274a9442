'use client';

import { FileUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type DragEvent, useState } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { Notice } from '#components/ui/notice.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { uploadFile } from '#lib/client/upload-file.ts';
import { importDetail } from '#lib/contracts/import.ts';
import { MAX_IMPORT_BYTES } from '#lib/domain/import-run.ts';
import { useShop } from '../shop-context.tsx';
import { fileSize } from './import-words.ts';
import { useTask } from './use-task.ts';

const TOO_LARGE = `It has more than ${fileSize(MAX_IMPORT_BYTES)}. Split it, and import the parts one after the other.`;

/** Where a catalog file is dropped, or chosen in a dialog, and what kinds of them are understood. */
export function UploadPanel() {
  const router = useRouter();
  const { api, path } = useShop();
  const { busy, problem, run } = useTask();
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState({ name: '', part: 0 });
  const [refused, setRefused] = useState<string | null>(null);

  const send = async (file: File | undefined) => {
    if (!file || busy) return;
    setRefused(file.size > MAX_IMPORT_BYTES ? TOO_LARGE : null);
    setSending({ name: file.name, part: 0 });
    if (file.size > MAX_IMPORT_BYTES) return;
    await run(async () => {
      const address = `${api}/imports?${new URLSearchParams({ name: file.name.slice(0, 200) })}`;
      const onPart = (part: number) => setSending({ name: file.name, part });
      const { id } = await uploadFile(address, file, importDetail, onPart);
      router.push(`${path}/import/${id}`);
    });
  };

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };

  const wrong = refused ?? problem;
  return (
    <div className="grid gap-4">
      <label
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={classNames(
          'grid min-h-44 place-content-center justify-items-center gap-2 rounded-control border border-dashed p-6 text-center text-sm transition-colors',
          'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
          over ? 'border-accent bg-accent-soft' : 'border-line-strong bg-raised hover:border-ink',
        )}
      >
        <FileUp aria-hidden className="size-6 text-ink-soft" />
        <span className="text-base font-medium">
          {busy ? `Uploading ${sending.name}` : 'Choose a catalog file'}
        </span>
        <span className="max-w-md text-label text-pretty text-ink-soft">
          {busy
            ? `${Math.round(sending.part * 100)} %`
            : `Drop it here or choose it: CSV, TSV or XML of up to ${fileSize(MAX_IMPORT_BYTES)}. You see what it would do before anything changes.`}
        </span>
        <input
          type="file"
          aria-label="Choose a catalog file"
          accept=".csv,.tsv,.txt,.xml,text/csv,text/tab-separated-values,text/xml,application/xml"
          disabled={busy}
          className="sr-only"
          onChange={(event) => {
            void send(event.target.files?.[0]);
            // So that the same file can be chosen again after it was refused.
            event.target.value = '';
          }}
        />
      </label>
      {busy && <ProgressBar label={`Uploading ${sending.name}`} part={sending.part} />}
      {wrong && (
        <Notice kind="danger" role="alert" title={`${sending.name} was not taken`}>
          {wrong}
        </Notice>
      )}
      <FormatList />
    </div>
  );
}

function FormatList() {
  return (
    <dl className="grid gap-x-8 gap-y-3 text-sm sm:grid-cols-3">
      {understood.map(({ name, means }) => (
        <div key={name} className="grid content-start gap-0.5">
          <dt className="font-medium">{name}</dt>
          <dd className="text-label text-pretty text-ink-soft">{means}</dd>
        </div>
      ))}
    </dl>
  );
}

const understood = [
  {
    name: 'Shopify',
    means: 'The product CSV, with the headers of before and after 2025.',
  },
  {
    name: 'Google Merchant',
    means: 'The product feed, as tab-separated text or as XML.',
  },
  {
    name: 'Your own CSV',
    means: 'Any columns: you say once what they mean, and the next file is read the same way.',
  },
];
