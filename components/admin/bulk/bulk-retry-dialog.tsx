'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import useSWR from 'swr';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Select } from '#components/ui/select.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { type BulkPreview, bulkPreview, bulkStarted } from '#lib/contracts/bulk-retry.ts';
import { bulkPaces, USUAL_PACE } from '#lib/domain/bulk-retry.ts';
import { type CaseQuery, writeCaseQuery } from '#lib/domain/case-query.ts';
import { cases, count, lasting, usd } from './bulk-words.ts';
import { LeftOut } from './left-out.tsx';

interface BulkRetryDialogProps {
  query: CaseQuery;
  onClose: () => void;
}

/** How many there are comes first: nothing begins before that was seen. */
export function BulkRetryDialog({ query, onClose }: BulkRetryDialogProps) {
  const asked = writeCaseQuery(query);
  const router = useRouter();
  const {
    data: preview,
    error,
    mutate,
  } = useSWR(
    `/api/admin/bulk-retries/preview?${asked}`,
    (path: string) => fetchJson(path, bulkPreview),
    { revalidateOnFocus: false },
  );
  const [perMinute, setPerMinute] = useState<number>(USUAL_PACE);
  const [alsoMaybePaid, setAlsoMaybePaid] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const many = preview ? preview.retryable + (alsoMaybePaid ? preview.mayBePaidFor : 0) : 0;

  const start = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const body = jsonBody({ query: asked, perMinute, alsoMaybePaid, expected: many });
      const { id } = await fetchJson('/api/admin/bulk-retries', bulkStarted, body);
      router.push(`/admin/bulk-retries/${id}`);
    } catch (failure) {
      setProblem(sayError(failure));
      // There may be others by now.
      void mutate();
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      onOpenChange={(stays) => {
        if (!stays) onClose();
      }}
      title={preview ? `Retry ${cases(many)}?` : 'Retry these cases?'}
      description="Each is asked for once more, for the same person and with the same settings, after what shoppers ask for themselves, and is billed like any other."
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Leave them
          </Button>
          <Button disabled={busy || many === 0} onClick={() => void start()}>
            {preview ? `Retry ${count(many)}` : 'Retry'}
          </Button>
        </>
      }
    >
      {preview && (
        <Counted
          preview={preview}
          many={many}
          perMinute={perMinute}
          alsoMaybePaid={alsoMaybePaid}
          onAlso={setAlsoMaybePaid}
        />
      )}
      {!preview && !error && <Skeleton className="h-28" />}
      <Field label="At most">
        {(control) => (
          <Select
            {...control}
            value={perMinute}
            onChange={({ target }) => setPerMinute(Number(target.value))}
          >
            {bulkPaces.map((pace) => (
              <option key={pace} value={pace}>
                {pace} a minute
              </option>
            ))}
          </Select>
        )}
      </Field>
      {(problem || Boolean(error)) && (
        <Notice kind="danger" role="alert">
          {problem ?? sayError(error)}
        </Notice>
      )}
    </Dialog>
  );
}

interface CountedProps {
  preview: BulkPreview;
  many: number;
  perMinute: number;
  alsoMaybePaid: boolean;
  onAlso: (also: boolean) => void;
}

function Counted({ preview, many, perMinute, alsoMaybePaid, onAlso }: CountedProps) {
  const { total, looked, retryable, unlikely, mayBePaidFor, leftOut, costMicros } = preview;
  return (
    <div className="grid gap-3 text-sm" aria-live="polite">
      {total > looked && (
        <Notice kind="info">
          {count(total)} cases match; the {count(looked)} oldest are taken. Retry the rest
          afterwards.
        </Notice>
      )}
      <p>
        <strong className="font-semibold">{count(retryable)}</strong> of {cases(looked)} can be
        retried{mayBePaidFor > 0 && ', beside those below'}.
        {many > 0 && ` That takes about ${lasting(many, perMinute)}`}
        {many > 0 && costMicros !== null && ` and costs up to ${usd(many * costMicros)}`}
        {many > 0 && '.'}
      </p>
      {unlikely > 0 && (
        <Notice kind="warning" title={`${cases(unlikely)} will probably end the same way`}>
          Failures of their kind mostly go away with another photo or another picture of the
          garment, and not by asking again.
        </Notice>
      )}
      <LeftOut leftOut={leftOut} />
      {mayBePaidFor > 0 && (
        <Checkbox
          checked={alsoMaybePaid}
          onChange={({ target }) => onAlso(target.checked)}
          label={
            <>
              Also {count(mayBePaidFor)} that may have been paid for already: the answer to their
              submit was lost.
              {costMicros !== null &&
                ` Up to ${usd(mayBePaidFor * costMicros)} would be paid twice.`}
            </>
          }
        />
      )}
    </div>
  );
}
