'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Picture, type PictureSource } from '#components/ui/picture.tsx';
import { useFullPicture } from '#components/ui/use-full-picture.tsx';

/** A button of one's own that opens some pictures, to be leafed through. */
export function SeveralPictures({ picture }: { picture: PictureSource }) {
  const [shown, setShown] = useState(0);
  const pictures = ['A garment', 'The same garment again'].map((alt) => ({ ...picture, alt }));
  const { opener, dialog } = useFullPicture({ pictures, shown, onShow: setShown });
  return (
    <div className="grid gap-3">
      <Picture picture={picture} alt="A garment" sizes="20rem" />
      <Button variant="secondary" {...opener}>
        Show both
      </Button>
      {dialog}
    </div>
  );
}
