'use client';

import { useEffect, useRef } from 'react';

/** Pictures that are pasted anywhere on the page. Words that are pasted go where the cursor is. */
export function usePastedPictures(onFiles: (files: File[]) => void): void {
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    const onPaste = ({ clipboardData }: ClipboardEvent) => {
      // A spreadsheet puts a picture of its cells beside them.
      if (!clipboardData || clipboardData.types.includes('text/plain')) return;
      const pictures = [...clipboardData.files].filter(({ type }) => type.startsWith('image/'));
      if (pictures.length > 0) latest.current(pictures);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}
