'use client';

import { useEffect, useRef, useState } from 'react';
import { sayError, UnreachableError } from '#lib/client/problem-error.ts';
import type { EditableGarment } from '#lib/contracts/garment-edit.ts';
import type { GarmentApi } from './garment-api.ts';

/** A picture that was chosen and is not on the server yet. */
export interface Upload {
  key: number;
  file: File;
  /** Object URL. */
  preview: string;
  state:
    | { kind: 'waiting' }
    | { kind: 'sending'; part: number }
    /** `passes`: it is tried again when the line comes back. */
    | { kind: 'failed'; reason: string; passes: boolean };
}

interface UploadsOptions {
  api: GarmentApi;
  garmentId: string;
  /** False while the garment is still to be made, or there is no line: then they wait. */
  ready: boolean;
  onAdded: (garment: EditableGarment) => void;
}

/** Sends pictures as they are chosen, one by one, so that they keep their order. */
export function usePictureUploads({ api, garmentId, ready, onAdded }: UploadsOptions) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const nextKey = useRef(1);
  const previews = useRef(new Set<string>());
  const sending = useRef<{ key: number; abort: AbortController } | null>(null);

  useEffect(() => {
    const held = previews.current;
    return () => {
      sending.current?.abort.abort();
      for (const preview of held) URL.revokeObjectURL(preview);
      held.clear();
    };
  }, []);

  const setState = (key: number, state: Upload['state']) =>
    setUploads((known) => known.map((one) => (one.key === key ? { ...one, state } : one)));

  const forget = ({ key, preview }: Upload) => {
    URL.revokeObjectURL(preview);
    previews.current.delete(preview);
    setUploads((known) => known.filter((one) => one.key !== key));
  };

  const next = uploads.find(({ state }) => state.kind === 'waiting');
  useEffect(() => {
    if (!ready || !next || sending.current) return;
    const { key, file } = next;
    const abort = new AbortController();
    sending.current = { key, abort };
    setState(key, { kind: 'sending', part: 0 });
    api
      .addPicture(garmentId, file, {
        onProgress: (part) => setState(key, { kind: 'sending', part }),
        signal: abort.signal,
      })
      .then(
        (garment) => {
          sending.current = null;
          onAdded(garment);
          forget(next);
        },
        (error: unknown) => {
          sending.current = null;
          const passes = error instanceof UnreachableError;
          // Also for one that was cancelled and is gone: the next one can begin.
          setState(key, { kind: 'failed', reason: sayError(error), passes });
        },
      );
  });

  useEffect(() => {
    if (!ready) return;
    setUploads((known) =>
      known.map((one) =>
        one.state.kind === 'failed' && one.state.passes
          ? { ...one, state: { kind: 'waiting' } }
          : one,
      ),
    );
  }, [ready]);

  return {
    uploads,
    add(files: Iterable<File>) {
      const added = Array.from(files, (file): Upload => {
        const preview = URL.createObjectURL(file);
        previews.current.add(preview);
        return { key: nextKey.current++, file, preview, state: { kind: 'waiting' } };
      });
      setUploads((known) => [...known, ...added]);
    },
    retry: (key: number) => setState(key, { kind: 'waiting' }),
    cancel(upload: Upload) {
      if (sending.current?.key === upload.key) sending.current.abort.abort();
      forget(upload);
    },
  };
}
