'use client';

import { ExternalLink } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useId, useRef, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { newId } from '#lib/client/new-id.ts';
import { useShop } from '../shop-context.tsx';
import { StatusBadge } from '../status-badge.tsx';
import { statusWords } from '../status-words.ts';
import type { GarmentEditorState } from './use-garment-editor.ts';

/** Where the garment stands, and the ways on that are not the main one. */
export function StatusSection({ editor }: { editor: GarmentEditorState }) {
  const { garment, id, api, acting, act, settle, setStatus } = editor;
  const { path } = useShop();
  const router = useRouter();
  const headingId = useId();
  const [asking, setAsking] = useState(false);
  const copyId = useRef<string>(null);
  if (!garment) return null;
  const { status, slug, unused } = garment;

  const duplicate = () =>
    act(async () => {
      // What stands on the screen is what is copied.
      if (!(await settle())) return;
      // The same until there is an answer: one that was lost left a copy behind.
      copyId.current ??= newId();
      const copy = await api.duplicate(id, { id: copyId.current });
      copyId.current = null;
      toast.success('This is the copy. Codes and stock stayed with the first one.');
      router.push(`${path}/garments/${copy.id}`);
    });

  const remove = () =>
    act(async () => {
      await api.delete(id);
      toast.success('The draft is deleted.');
      router.push(`${path}/garments`);
    });

  return (
    <section aria-labelledby={headingId} className="grid grid-cols-1 gap-4">
      <SectionHeading id={headingId} actions={<StatusBadge status={status} />}>
        In the shop
      </SectionHeading>
      <p className="text-sm text-pretty text-ink-soft">
        {statusWords[status].means}
        {status === 'ACTIVE' && ' Each change that you make here is live as soon as it is saved.'}
      </p>
      {status === 'ACTIVE' ? (
        <Link
          href={`/garments/${slug}`}
          target="_blank"
          className="inline-flex min-h-11 items-center gap-2 justify-self-start text-sm text-link"
        >
          See it as shoppers do <ExternalLink aria-hidden className="size-4" />
          <span className="sr-only">(opens in a new tab)</span>
        </Link>
      ) : (
        <Link
          href={`${path}/garments/${id}/preview`}
          target="_blank"
          className="inline-flex min-h-11 items-center gap-2 justify-self-start text-sm text-link"
        >
          Preview as shoppers would see it <ExternalLink aria-hidden className="size-4" />
          <span className="sr-only">(opens in a new tab)</span>
        </Link>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {status === 'ACTIVE' && (
          <Act disabled={acting} onClick={() => void setStatus('DRAFT')}>
            Unpublish
          </Act>
        )}
        {status === 'ARCHIVED' && (
          <Act disabled={acting} onClick={() => void setStatus('DRAFT')}>
            Bring back as a draft
          </Act>
        )}
        <Act disabled={acting} onClick={() => void duplicate()}>
          Duplicate
        </Act>
        {status !== 'ACTIVE' && unused ? (
          <Act disabled={acting} onClick={() => setAsking(true)}>
            Delete
          </Act>
        ) : (
          status !== 'ARCHIVED' && (
            <Act disabled={acting} onClick={() => void setStatus('ARCHIVED')}>
              Archive
            </Act>
          )
        )}
      </div>
      {status !== 'ACTIVE' && !unused && (
        <p className="text-label text-pretty text-ink-soft">
          It cannot be deleted: looks, bags, orders or favourites go back to it.
        </p>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Delete this draft?"
        confirmLabel="Delete draft"
        busy={acting}
        onConfirm={() => void remove()}
      >
        “{garment.title}” and its pictures are deleted for good. Nobody has used it yet.
      </ConfirmDialog>
    </section>
  );
}

function Act(props: { disabled: boolean; onClick: () => void; children: string }) {
  return <Button variant="secondary" size="small" {...props} />;
}
