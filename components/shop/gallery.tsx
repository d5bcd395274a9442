'use client';

import { useState } from 'react';
import { FullPicture } from '#components/ui/full-picture.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { GarmentImageView } from '#lib/contracts/garment.ts';

interface GalleryProps {
  images: GarmentImageView[];
  title: string;
}

/** One large picture, and when there are others, all of them small at its foot. */
export function Gallery({ images, title }: GalleryProps) {
  const [shown, setShown] = useState(0);
  const image = images[shown] ?? images[0] ?? null;
  return (
    <div className="relative">
      <Picture
        picture={image}
        alt={image?.alt || title}
        sizes="(min-width: 48rem) 34rem, 92vw"
        priority
      />
      {image && (
        <FullPicture picture={image} alt={image.alt || title} className="absolute top-3 right-3" />
      )}
      {images.length > 1 && (
        <ul className="absolute inset-x-3 bottom-3 flex flex-wrap gap-2">
          {images.map(({ url, alt, ...picture }, index) => (
            <li key={url}>
              <button
                type="button"
                aria-label={`Picture ${index + 1} of ${images.length}`}
                aria-pressed={index === shown}
                onClick={() => setShown(index)}
                className="block w-14 rounded-picture border-2 border-paper shadow-panel aria-pressed:border-ink"
              >
                <Picture picture={{ url, ...picture }} alt="" sizes="3.5rem" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
