'use client';

import { useId } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import { type EditablePicture, garmentLimits } from '#lib/contracts/garment-edit.ts';
import { readinessWords } from '#lib/words/picture-readiness.ts';
import { sentPicture } from '../sent-picture-of.ts';
import { PictureDrop } from './picture-drop.tsx';
import { SortablePictures } from './sortable-pictures.tsx';
import { toastUndo } from './toast-undo.ts';
import { UploadCard } from './upload-card.tsx';
import type { GarmentEditorState } from './use-garment-editor.ts';
import { usePastedPictures } from './use-pasted-pictures.ts';
import type { usePictureUploads } from './use-picture-uploads.ts';

interface PictureSectionProps {
  editor: GarmentEditorState;
  uploading: ReturnType<typeof usePictureUploads>;
}

export function PictureSection({ editor, uploading }: PictureSectionProps) {
  const { draft, garment, change } = editor;
  const { uploads, add } = uploading;
  const headingId = useId();
  usePastedPictures(add);
  const pictures = inOrder(garment?.pictures ?? [], draft.pictureOrder);
  const forTryOn = sentPicture({ pictures, pinnedPictureId: draft.pinnedPictureId });
  const count = pictures.length + uploads.length;

  return (
    <section aria-labelledby={headingId} className="grid grid-cols-1 gap-4">
      <SectionHeading
        id={headingId}
        actions={
          count > 0 && (
            <span className="text-sm text-ink-soft tabular-nums">
              {count} of {garmentLimits.pictures}
            </span>
          )
        }
      >
        Pictures
      </SectionHeading>
      <SortablePictures
        editor={editor}
        pictures={pictures}
        forTryOnId={forTryOn?.id ?? null}
        onOrder={(pictureOrder) => change({ pictureOrder })}
        onRemove={(picture) => void remove(editor, picture)}
      >
        {uploads.map((upload) => (
          <UploadCard
            key={upload.key}
            upload={upload}
            hasGarment={garment !== null}
            onRetry={() => uploading.retry(upload.key)}
            onCancel={() => uploading.cancel(upload)}
          />
        ))}
      </SortablePictures>
      {garment?.category && forTryOn && !draft.pinnedPictureId && (
        <HeldBack
          verdict={forTryOn.verdict}
          onOffer={() => change({ pinnedPictureId: forTryOn.id })}
        />
      )}
      <PictureDrop onFiles={add} />
      <GoodPicture />
    </section>
  );
}

interface HeldBackProps {
  verdict: EditablePicture['verdict'];
  onOffer: () => void;
}

/** That shoppers do not get to try it on, and what can be done about it. */
function HeldBack({ verdict, onOffer }: HeldBackProps) {
  if (verdict?.readiness !== 'NOT_READY') return null;
  return (
    <Notice
      kind="warning"
      title="Shoppers see it without “Try it on”"
      actions={
        <Button variant="secondary" size="small" onClick={onOffer}>
          Offer it all the same
        </Button>
      }
    >
      {readinessWords.NOT_READY.means} Add a better picture, or offer it with this one.
    </Notice>
  );
}

async function remove({ api, id, see }: GarmentEditorState, picture: EditablePicture) {
  try {
    see(await api.removePicture(id, picture.id));
    toastUndo('Picture removed.', () => {
      api.restorePicture(id, picture.id).then(see, (error) => toast.error(sayError(error)));
    });
  } catch (error) {
    toast.error(sayError(error));
  }
}

/** As the screen has them; what has just come stands last. */
function inOrder(pictures: EditablePicture[], order: string[]): EditablePicture[] {
  const place = ({ id }: EditablePicture) => {
    const index = order.indexOf(id);
    return index === -1 ? order.length : index;
  };
  return pictures.toSorted((one, other) => place(one) - place(other));
}

function GoodPicture() {
  return (
    <div className="grid gap-2 text-label text-ink-soft">
      <p className="text-pretty">
        One picture goes to the picture service for every try-on: the best of them, or the one that
        you choose. A good one shows
      </p>
      <ul className="list-disc space-y-1 pl-4 text-pretty marker:text-ink-faint">
        <li>the whole garment from the front, laid flat or hanging, with nobody in it</li>
        <li>that garment alone, on a plain, light ground</li>
        <li>even light, sharp, upright, at least 768 × 1024 pixels</li>
      </ul>
    </div>
  );
}
