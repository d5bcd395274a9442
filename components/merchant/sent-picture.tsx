'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { EditablePicture } from '#lib/contracts/garment-edit.ts';
import { PROVIDER_INPUT_SIZE } from '#lib/domain/picture-fit.ts';
import { useShop } from './shop-context.tsx';

interface SentPictureProps {
  garmentId: string;
  image: EditablePicture;
}

/** The picture beside what goes to the picture service: of one shape, and never stretched. */
export function SentPicture({ garmentId, image }: SentPictureProps) {
  const { api } = useShop();
  const [open, setOpen] = useState(false);
  const input = {
    url: `${api}/garments/${garmentId}/images/${image.id}/input`,
    ...PROVIDER_INPUT_SIZE,
  };
  return (
    <>
      <Button
        variant="quiet"
        size="small"
        className="-ml-3 justify-self-start"
        aria-label={`See how it is sent${image.alt && `: ${image.alt}`}`}
        onClick={() => setOpen(true)}
      >
        See how it is sent
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="How it is sent"
        description="The picture service takes one shape only. The garment is laid whole into it, on its own ground, and never stretched."
      >
        <div className="grid grid-cols-2 gap-3">
          <figure className="grid gap-1.5">
            <Picture picture={image} alt={image.alt} fit="whole" sizes="18rem" />
            <figcaption className="text-label text-ink-soft">As you added it</figcaption>
          </figure>
          <figure className="grid gap-1.5">
            <Picture
              picture={open ? input : null}
              alt={`${image.alt}, as it is sent`}
              fit="whole"
            />
            <figcaption className="text-label text-ink-soft">As it is sent</figcaption>
          </figure>
        </div>
      </Dialog>
    </>
  );
}
