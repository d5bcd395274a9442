'use client';

import { ZoomIn } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '#components/ui/badge.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { FullPictures } from '#components/ui/full-picture.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { GarmentImageView } from '#lib/contracts/garment.ts';
import { modelLookWords } from '#lib/words/model-looks.ts';
import { pictureWords } from '#lib/words/pictures.ts';

interface GalleryProps {
  images: GarmentImageView[];
  title: string;
}

/** One large picture, and when there are others, all of them small at its foot. */
export function Gallery({ images, title }: GalleryProps) {
  const [shown, setShown] = useState(0);
  const image = images[shown] ?? images[0] ?? null;
  const alt = image?.alt || title;
  return (
    <figure>
      <div className="relative">
        <Picture picture={image} alt={alt} sizes="(min-width: 48rem) 34rem, 92vw" priority />
        {image && (
          <FullPictures
            name="garment"
            pictures={images.map((one) => ({ ...one, alt: one.alt || title }))}
            shown={shown}
            onShow={setShown}
            label={pictureWords.zoom}
            // All of the picture is the target; the sign in the corner says so.
            className="absolute inset-0 flex cursor-zoom-in items-start justify-end p-3"
          >
            <span className={`${buttonClass({ variant: 'onPicture' })} w-11 px-0`}>
              <ZoomIn aria-hidden />
            </span>
          </FullPictures>
        )}
        {image?.rendered && (
          <Badge className="pointer-events-none absolute top-3 left-3">{modelLookWords.mark}</Badge>
        )}
        {images.length > 1 && (
          <ul className="absolute bottom-3 left-3 flex flex-wrap gap-2">
            {images.map((other, index) => (
              <li key={other.url}>
                <button
                  type="button"
                  aria-label={pictureWords.pictureOf(index + 1, images.length)}
                  aria-pressed={index === shown}
                  onClick={() => setShown(index)}
                  className="block w-14 rounded-picture border-2 border-paper shadow-panel aria-pressed:border-accent aria-pressed:ring-2 aria-pressed:ring-paper"
                >
                  <Picture picture={other} alt="" sizes="3.5rem" />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {images.length > 1 && (
        // Its height does not change with the picture, or the page would jump.
        <figcaption className="mt-2 min-h-10 text-label text-ink-soft" aria-hidden>
          {alt}
          {image?.rendered && `. ${modelLookWords.note}`}
        </figcaption>
      )}
    </figure>
  );
}
