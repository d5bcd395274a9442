'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useOnline } from '#lib/client/use-online.ts';
import type { EditableGarment } from '#lib/contracts/garment-edit.ts';
import { ModelSection } from '../on-models/model-section.tsx';
import { PublishWarning } from '../publish-warning.tsx';
import { sentPicture } from '../sent-picture-of.ts';
import { Disputes, TakenNotice } from './changed-meanwhile.tsx';
import { ChartSection } from './chart-section.tsx';
import { ColourSiblings } from './colour-siblings.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { FilingSection } from './filing-section.tsx';
import type { DraftField } from './garment-draft.ts';
import { MainFields } from './main-fields.tsx';
import { PictureSection } from './picture-section.tsx';
import { SaveLine } from './save-line.tsx';
import { needsPerson } from './save-state.ts';
import { SizeSection } from './size-section.tsx';
import { StatusSection } from './status-section.tsx';
import { useGarmentEditor } from './use-garment-editor.ts';
import { usePictureUploads } from './use-picture-uploads.ts';
import { useUnsavedGuard } from './use-unsaved-guard.ts';

interface GarmentEditorProps {
  /** Null for a new one. */
  garment: EditableGarment | null;
}

export function GarmentEditor({ garment: initial }: GarmentEditorProps) {
  const editor = useGarmentEditor(initial);
  const { garment, draft, saved, save, taken, disputed, insisted, acting } = editor;
  const online = useOnline();
  const uploading = usePictureUploads({
    api: editor.api,
    garmentId: editor.id,
    ready: garment !== null && online,
    onAdded: editor.see,
  });
  const busy = uploading.uploads.length > 0;
  // Whoever publishes now means it with the pictures that are on their way.
  const awaited =
    garment !== null && uploading.uploads.some(({ state }) => state.kind !== 'failed');
  useUnsavedGuard({
    closing: busy || (save.kind !== 'saved' && save.kind !== 'untouched'),
    leaving: busy || needsPerson(save),
  });

  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (insisted > 0) focusFirstProblem(form.current);
  }, [insisted]);

  const isLive = garment?.status === 'ACTIVE';
  const [warned, setWarned] = useState(false);
  const publish = () => void editor.setStatus('ACTIVE');
  const sent = garment && sentPicture(garment);
  return (
    <EditorFrame title={draft.title.trim() || (garment ? 'Without a title' : 'New garment')}>
      {/* What takes the focus must not end up under the bar at the foot. */}
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          editor.retry();
        }}
        aria-label="Garment"
        className="grid grid-cols-1 gap-8 **:scroll-mb-28"
      >
        {taken && disputed.length === 0 && (
          <TakenNotice taken={taken} onClose={editor.forgetTaken} />
        )}
        {disputed.length > 0 && garment && (
          <Disputes
            fields={disputed}
            mine={draft}
            theirs={saved}
            by={garment.changedBy}
            onChoose={(field: DraftField, whose) => editor.choose(field, whose)}
          />
        )}
        <div className="grid gap-x-12 gap-y-12 max-lg:grid-cols-1 lg:grid-cols-[minmax(0,1fr)_16rem] xl:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="grid min-w-0 grid-cols-1 content-start gap-12">
            <MainFields editor={editor} />
            <PictureSection editor={editor} uploading={uploading} />
          </div>
          <div className="grid min-w-0 grid-cols-1 content-start gap-10 max-lg:order-2">
            <StatusSection editor={editor} />
            <FilingSection editor={editor} />
            <ColourSiblings editor={editor} />
          </div>
          <div className="grid min-w-0 grid-cols-1 content-start gap-12 max-lg:order-1 lg:col-span-2">
            {garment && draft.category && (
              <ModelSection
                garmentId={garment.id}
                title={garment.title}
                sentId={sent?.id ?? null}
              />
            )}
            <SizeSection editor={editor} />
            <ChartSection editor={editor} />
          </div>
        </div>
        <Foot>
          <SaveLine
            save={save}
            isLive={isLive}
            onRetry={editor.retry}
            onShow={() => focusFirstProblem(form.current)}
          />
          {!isLive && (
            <Button
              disabled={acting || awaited}
              onClick={() =>
                sent?.verdict?.readiness === 'NOT_READY' ? setWarned(true) : publish()
              }
              className="max-sm:w-full sm:ml-auto"
            >
              Publish
            </Button>
          )}
        </Foot>
        <PublishWarning
          garment={garment}
          open={warned}
          onOpenChange={setWarned}
          onPublish={() => {
            setWarned(false);
            // To choose it is to have seen what is wrong with it.
            if (sent) editor.change({ pinnedPictureId: sent.id });
            publish();
          }}
        />
      </form>
    </EditorFrame>
  );
}

function Foot({ children }: { children: ReactNode }) {
  return (
    <div className="tall:sticky tall:bottom-0 z-20 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-paper py-3 max-sm:-mr-1 max-sm:pr-1">
      {children}
    </div>
  );
}

/** In the order of the page: a choice between two versions, a field, a table that is not whole. */
function focusFirstProblem(form: HTMLElement | null): void {
  form
    ?.querySelector<HTMLElement>(
      '[data-disputes] button, [aria-invalid="true"], [data-invalid] input',
    )
    ?.focus();
}
