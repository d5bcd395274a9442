'use client';

import { ImagePlus } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { classNames } from '#components/ui/class-names.ts';

interface PictureDropProps {
  onFiles: (files: File[]) => void;
}

/** Where pictures are dropped, or chosen in a dialog. */
export function PictureDrop({ onFiles }: PictureDropProps) {
  const [over, setOver] = useState(false);

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles(Array.from(event.dataTransfer.files));
  };

  return (
    <label
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={classNames(
        'grid min-h-28 place-content-center justify-items-center gap-2 rounded-control border border-dashed p-4 text-center text-sm transition-colors',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong bg-raised hover:border-ink',
      )}
    >
      <ImagePlus aria-hidden className="size-6 text-ink-soft" />
      <span className="font-medium">Add pictures</span>
      <span className="text-label text-ink-soft">
        Drop them here, paste them or choose files: JPEG, PNG or WebP
      </span>
      <input
        type="file"
        aria-label="Add pictures"
        accept="image/jpeg,image/png,image/webp"
        multiple
        className="sr-only"
        onChange={(event) => {
          onFiles(Array.from(event.target.files ?? []));
          // So that the same file can be chosen again after it was removed.
          event.target.value = '';
        }}
      />
    </label>
  );
}
