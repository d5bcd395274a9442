'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import { usePhotos } from '#lib/client/use-photos.ts';

/** The photos that the person gave, each with the way to take it back. */
export function MyPhotos() {
  const { photos, remove } = usePhotos();
  const [leaving, setLeaving] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const confirm = async () => {
    if (!leaving) return;
    setBusy(true);
    try {
      await remove(leaving);
      toast('The photo is deleted.');
      setLeaving(null);
    } catch (thrown) {
      toast(sayError(thrown));
    } finally {
      setBusy(false);
    }
  };

  if (photos.length === 0) return null;
  return (
    <section aria-labelledby="my-photos" className="mt-10 grid gap-6">
      <SectionHeading id="my-photos">My photos</SectionHeading>
      <p className="-mt-2 max-w-2xl text-sm text-pretty text-ink-soft">
        Only you can see them. They are kept so that you can try on the next garment without sending
        a photo again.
      </p>
      <ul className="grid grid-cols-3 gap-4 sm:grid-cols-5 lg:grid-cols-8">
        {photos.map((photo, index) => (
          <li key={photo.id} className="grid gap-1">
            <Picture picture={photo.picture} alt={`Your photo ${index + 1}`} />
            <Button
              variant="quiet"
              size="small"
              aria-label={`Delete photo ${index + 1}`}
              onClick={() => setLeaving(photo.id)}
              className="justify-self-start text-ink-soft"
            >
              <Trash2 aria-hidden /> Delete
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title="Delete this photo?"
        confirmLabel="Delete photo"
        busy={busy}
        onConfirm={() => void confirm()}
      >
        It is removed for good. The looks that were made with it stay until you delete them.
      </ConfirmDialog>
    </section>
  );
}
