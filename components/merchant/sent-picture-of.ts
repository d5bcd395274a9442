import type { EditablePicture } from '#lib/contracts/garment-edit.ts';
import { pictureForTryOn } from '#lib/domain/picture-for-try-on.ts';

/** The picture that goes to the provider; null without pictures. As the server chooses it. */
export function sentPicture({
  pictures,
  pinnedPictureId,
}: {
  pictures: readonly EditablePicture[];
  pinnedPictureId: string | null;
}): EditablePicture | null {
  const judged = pictures.map((picture) => ({
    id: picture.id,
    picture,
    readiness: picture.verdict?.readiness ?? null,
  }));
  return pictureForTryOn(judged, pinnedPictureId)?.picture ?? null;
}
