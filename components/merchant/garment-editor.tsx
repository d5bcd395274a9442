'use client';

import { type FormEvent, useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { MerchantGarment } from '#lib/contracts/garment.ts';
import { GarmentFields } from './garment-fields.tsx';
import { PictureSection } from './picture-section.tsx';
import { PublishWarning } from './publish-warning.tsx';
import { useShop } from './shop-context.tsx';
import { StatusSection } from './status-section.tsx';
import { useGarmentEditor } from './use-garment-editor.ts';
import { useUnsavedGuard } from './use-unsaved-guard.ts';

interface GarmentEditorProps {
  /** Null for a new one. */
  garment: MerchantGarment | null;
}

export function GarmentEditor({ garment: initial }: GarmentEditorProps) {
  const editor = useGarmentEditor(initial);
  const { path } = useShop();
  const { garment, busy, unsaved, problem, pending } = editor;
  const form = useRef<HTMLFormElement>(null);
  useUnsavedGuard(unsaved || busy);

  useEffect(() => {
    if (editor.refusals === 0) return;
    form.current
      ?.querySelector<HTMLElement>(
        '[aria-invalid="true"], [data-invalid] input, [data-refused], [role="alert"]',
      )
      ?.focus();
  }, [editor.refusals]);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void editor.save();
  };

  const mayPublish = garment?.status !== 'ACTIVE';
  return (
    // What takes the focus must not end up under the bar at the foot.
    <form
      ref={form}
      noValidate
      onSubmit={onSubmit}
      aria-label="Garment"
      className="**:scroll-mb-28"
    >
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_26rem]">
        <GarmentFields
          draft={editor.draft}
          errors={editor.errors}
          currency={editor.currency}
          onChange={editor.change}
        />
        <div className="grid content-start gap-10">
          <PictureSection
            garment={garment}
            pending={pending.pictures}
            busy={busy}
            onAdd={pending.add}
            onAlt={(key, alt) => pending.change(key, { alt })}
            onRemove={pending.remove}
          />
          {garment && (
            <StatusSection
              garment={garment}
              busy={busy}
              onStatus={(status) => void editor.save(status)}
            />
          )}
        </div>
      </div>
      <div className="tall:sticky tall:bottom-0 z-10 mt-10 grid gap-3 border-t border-line bg-paper py-3">
        {problem && (
          <div role="alert" tabIndex={-1}>
            <Notice kind="danger">{problem}</Notice>
          </div>
        )}
        <div className="flex flex-wrap items-center gap-2">
          <p
            role="status"
            className="mr-auto text-sm text-ink-soft empty:sr-only max-sm:basis-full"
          >
            {statusLine(busy, unsaved)}
          </p>
          <LinkButton href={`${path}/garments`} variant="quiet" className="max-sm:hidden">
            Back to the list
          </LinkButton>
          <Button
            type="submit"
            variant={mayPublish ? 'secondary' : 'primary'}
            disabled={busy || (garment !== null && !unsaved)}
            className="max-sm:flex-1"
          >
            {garment ? 'Save' : 'Save as draft'}
          </Button>
          {mayPublish && (
            <Button
              disabled={busy}
              onClick={() => void editor.save('ACTIVE')}
              className="max-sm:flex-1"
            >
              {garment && unsaved ? 'Save and publish' : 'Publish'}
            </Button>
          )}
        </div>
      </div>
      <PublishWarning
        garment={garment}
        open={editor.warned}
        onOpenChange={editor.warn}
        onPublish={() => void editor.save('ACTIVE', { warned: true })}
      />
    </form>
  );
}

function statusLine(busy: boolean, unsaved: boolean): string {
  if (busy) return 'Saving …';
  return unsaved ? 'Not saved yet' : '';
}
