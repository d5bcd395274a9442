import type { EditablePicture } from '#lib/contracts/garment-edit.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { findingWords, forGalleryOnly, readinessWords } from '#lib/words/picture-readiness.ts';
import { PictureFindings } from './picture-findings.tsx';
import { ReadinessBadge } from './readiness-badge.tsx';
import { SentPicture } from './sent-picture.tsx';

interface PictureVerdictProps {
  garmentId: string;
  category: GarmentCategory;
  image: EditablePicture;
  /** It goes to the picture service: of the others, faults are nothing to worry about. */
  isForTryOn: boolean;
}

/** What try-ons will make of a picture, and why. */
export function PictureVerdict({ garmentId, category, image, isForTryOn }: PictureVerdictProps) {
  const { verdict } = image;
  const [first] = verdict?.findings ?? [];
  if (first && !isForTryOn) {
    return (
      <p className="text-label text-pretty text-ink-soft">
        {forGalleryOnly(findingWords(first, category))}
      </p>
    );
  }
  return (
    <div className="grid content-start gap-2">
      <ReadinessBadge readiness={verdict?.readiness ?? null} className="justify-self-start" />
      {verdict?.readiness === 'READY' && (
        <p className="text-label text-ink-soft">{readinessWords.READY.means}</p>
      )}
      {verdict && verdict.findings.length > 0 && (
        <PictureFindings findings={verdict.findings} category={category} />
      )}
      <SentPicture garmentId={garmentId} image={image} />
    </div>
  );
}
