'use client';

import { useEffect, useRef, useState } from 'react';
import { sayError } from '#lib/client/problem-error.ts';
import type { MerchantGarment } from '#lib/contracts/garment.ts';
import { addGarmentPicture } from './save-garment.ts';

/** A picture that was chosen and is not on the server yet. */
export interface PendingPicture {
  key: number;
  file: File;
  /** Object URL. */
  preview: string;
  alt: string;
  /** Why the server did not take it. */
  error: string | null;
}

export function usePendingPictures(api: string) {
  const [pictures, setPictures] = useState<PendingPicture[]>([]);
  const nextKey = useRef(1);
  const previews = useRef(new Set<string>());

  useEffect(() => {
    const held = previews.current;
    return () => {
      for (const preview of held) URL.revokeObjectURL(preview);
      held.clear();
    };
  }, []);

  const add = (files: Iterable<File>) => {
    const added = Array.from(files, (file) => {
      const preview = URL.createObjectURL(file);
      previews.current.add(preview);
      return { key: nextKey.current++, file, preview, alt: '', error: null };
    });
    setPictures((known) => [...known, ...added]);
  };

  const change = (key: number, what: Partial<Pick<PendingPicture, 'alt' | 'error'>>) =>
    setPictures((known) =>
      known.map((picture) => (picture.key === key ? { ...picture, ...what } : picture)),
    );

  const remove = (key: number) => {
    const picture = pictures.find((one) => one.key === key);
    if (picture) {
      URL.revokeObjectURL(picture.preview);
      previews.current.delete(picture.preview);
    }
    setPictures((known) => known.filter((one) => one.key !== key));
  };

  /**
   * Sends them one by one and stops at the first that is refused: the ones behind it would move up,
   * and the first of all is the one that goes to the provider. Nothing is thrown; the refused one
   * keeps its reason.
   *
   * @returns the garment as it is afterwards, and whether all of them are in it.
   */
  const sendAll = async (
    garment: MerchantGarment,
  ): Promise<{ garment: MerchantGarment; whole: boolean }> => {
    let latest = garment;
    for (const { key, file, alt } of pictures) {
      try {
        latest = await addGarmentPicture(api, garment.id, {
          file,
          alt: alt.trim() || garment.title,
        });
        remove(key);
      } catch (error) {
        change(key, { error: sayError(error) });
        return { garment: latest, whole: false };
      }
    }
    return { garment: latest, whole: true };
  };

  return { pictures, add, change, remove, sendAll };
}
