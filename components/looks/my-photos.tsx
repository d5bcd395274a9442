'use client';

import { Shirt, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import { say } from '#lib/client/say.ts';
import { usePhotos } from '#lib/client/use-photos.ts';
import { keptUntilWords } from '#lib/words/kept-until.ts';
import { photoWords } from '#lib/words/looks.ts';
import { ConfirmOnDemand, prepareConfirm } from './confirm-on-demand.tsx';
import { useNextGarment } from './use-next-garment.ts';

/** The photos that the person gave, each with its next garment and the way to take it back. */
export function MyPhotos() {
  const { photos, remove } = usePhotos();
  const [leaving, setLeaving] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const tryNext = useNextGarment();

  const ask = (id: string) =>
    prepareConfirm().then(
      () => setLeaving(id),
      (unreachable) => say(sayError(unreachable)),
    );

  const confirm = async () => {
    if (!leaving) return;
    setBusy(true);
    try {
      await remove(leaving);
      void say(photoWords.deleteOne.done);
      setLeaving(null);
    } catch (thrown) {
      void say(sayError(thrown));
    } finally {
      setBusy(false);
    }
  };

  if (photos.length === 0) return null;
  return (
    <section aria-labelledby="my-photos" className="mt-10 grid gap-6">
      <SectionHeading id="my-photos">{photoWords.title}</SectionHeading>
      <p className="-mt-2 max-w-2xl text-sm text-pretty text-ink-soft">{photoWords.lead}</p>
      <ul className="grid grid-cols-2 gap-4 min-[26rem]:grid-cols-3 sm:grid-cols-4 lg:grid-cols-6">
        {photos.map((photo, index) => (
          <li key={photo.id} className="grid gap-1">
            <Picture picture={photo.picture} alt={photoWords.picture(index + 1)} />
            <p className="text-label text-ink-soft">{keptUntilWords(photo.keptUntil)}</p>
            <div className="-mx-3 flex items-center justify-between">
              <Button
                variant="quiet"
                size="small"
                aria-label={photoWords.nextOn(index + 1)}
                onClick={() => tryNext({ kind: 'photo', photoId: photo.id })}
              >
                <Shirt aria-hidden /> {photoWords.next}
              </Button>
              <Button
                variant="quiet"
                aria-label={photoWords.deleteOf(index + 1)}
                onClick={() => void ask(photo.id)}
                className="w-11 px-0 text-ink-soft"
              >
                <Trash2 aria-hidden />
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <ConfirmOnDemand
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={photoWords.deleteOne.title}
        confirmLabel={photoWords.deleteOne.confirm}
        busy={busy}
        onConfirm={() => void confirm()}
      >
        {photoWords.deleteOne.text}
      </ConfirmOnDemand>
    </section>
  );
}
