import type { PhotoView } from '#lib/contracts/photo.ts';

interface Upload {
  /** Whose session it is by now. */
  whose: () => string | null;
  upload: (signal: AbortSignal) => Promise<PhotoView>;
  /** @param insteadOf one that was uploaded before, as somebody whom the session no longer knows. */
  keep: (photo: PhotoView, insteadOf: PhotoView | null) => Promise<void>;
}

/**
 * A photo for a wish that may have to be sent again after the session was mended: it is there already,
 * unless the session is another person's since.
 */
export function uploadOnce({ whose, upload, keep }: Upload) {
  let last: { photo: PhotoView; owner: string | null } | null = null;
  return async (signal: AbortSignal): Promise<PhotoView> => {
    if (last && last.owner === whose()) return last.photo;
    const photo = await upload(signal);
    const before = last?.photo ?? null;
    last = { photo, owner: whose() };
    await keep(photo, before);
    return photo;
  };
}
