'use client';

import useSWR from 'swr';
import type { PhotoView } from '#lib/contracts/photo.ts';
import { fetchJson, fetchNothing } from './fetch-json.ts';
import { useSession } from './use-session.ts';

const photoListContract = async () => (await import('#lib/contracts/photo.ts')).photoList;

const PHOTOS_KEY = '/api/photos';

/** The person's saved photos, newest first. Nobody is asked for before there is a session. */
export function usePhotos() {
  const { session } = useSession();
  const { data, error, mutate } = useSWR(session ? PHOTOS_KEY : null, (path) =>
    fetchJson(path, photoListContract),
  );
  return {
    photos: data?.items ?? [],
    error: error as unknown,
    /** @param insteadOf one that is hers no longer. */
    add: (photo: PhotoView, insteadOf: PhotoView | null = null) =>
      mutate((known) => ({ items: [photo, ...without(insteadOf?.id, known?.items)] }), {
        revalidate: false,
      }),
    remove: async (id: string) => {
      await fetchNothing(`${PHOTOS_KEY}/${id}`, { method: 'DELETE' });
      await mutate((known) => known && { items: without(id, known.items) }, {
        revalidate: false,
      });
    },
  };
}

const without = (id: string | undefined, photos: PhotoView[] = []) =>
  photos.filter((photo) => photo.id !== id);
