'use client';

import { useState } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import { FullPictures } from '#components/ui/full-picture.tsx';
import { Picture, type PictureSource } from '#components/ui/picture.tsx';

/** A button of one's own that opens some pictures, to be leafed through. */
export function SeveralPictures({ picture }: { picture: PictureSource }) {
  const [shown, setShown] = useState(0);
  const pictures = ['A garment', 'The same garment again'].map((alt) => ({ ...picture, alt }));
  return (
    <div className="grid gap-3">
      <Picture picture={picture} alt="A garment" sizes="20rem" />
      <FullPictures
        name="several"
        pictures={pictures}
        shown={shown}
        onShow={setShown}
        className={buttonClass({ variant: 'secondary' })}
      >
        Show both
      </FullPictures>
    </div>
  );
}
