'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmOnDemand, prepareConfirm } from '#components/looks/confirm-on-demand.tsx';
import { Button } from '#components/ui/button.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import { say } from '#lib/client/say.ts';
import { usePhotos } from '#lib/client/use-photos.ts';
import type { PhotoView } from '#lib/contracts/photo.ts';
import { keptUntilWords } from '#lib/words/kept-until.ts';
import { photoWords } from '#lib/words/looks.ts';
import { dataWords } from '#lib/words/privacy.ts';

/** The photos that the person gave, each with its dates and the way to delete it. */
export function OwnPhotos({ photos }: { photos: PhotoView[] }) {
  const router = useRouter();
  const { remove } = usePhotos();
  const [leaving, setLeaving] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

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
      router.refresh();
    } catch (thrown) {
      void say(sayError(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <section aria-labelledby="photos-kept" className="grid gap-4">
      <SectionHeading id="photos-kept">{dataWords.photos.title}</SectionHeading>
      {photos.length === 0 && <p className="text-ink-soft">{dataWords.photos.none}</p>}
      {photos.length > 0 && (
        <ul className="grid grid-cols-2 gap-x-4 gap-y-6 min-[30rem]:grid-cols-3 sm:grid-cols-4">
          {photos.map((photo, index) => (
            <li key={photo.id} className="grid content-start gap-2">
              <Picture picture={photo.picture} alt={photoWords.picture(index + 1)} />
              <div className="flex items-start justify-between gap-1">
                <p className="grid text-label text-pretty text-ink-soft">
                  <span>{dataWords.photos.given(photo.createdAt)}</span>
                  <span>{keptUntilWords(photo.keptUntil)}</span>
                </p>
                <Button
                  variant="quiet"
                  aria-label={photoWords.deleteOf(index + 1)}
                  onClick={() => void ask(photo.id)}
                  className="-mt-2 -mr-3 w-11 shrink-0 px-0 text-ink-soft"
                >
                  <Trash2 aria-hidden />
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
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
