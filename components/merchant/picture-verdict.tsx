import type { EditablePicture } from '#lib/contracts/garment-edit.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { readinessWords } from '#lib/words/picture-readiness.ts';
import { PictureFindings } from './picture-findings.tsx';
import { ReadinessBadge } from './readiness-badge.tsx';
import { SentPicture } from './sent-picture.tsx';

interface PictureVerdictProps {
  garmentId: string;
  category: GarmentCategory;
  image: EditablePicture;
}

/** What try-ons will make of a picture, and why. */
export function PictureVerdict({ garmentId, category, image }: PictureVerdictProps) {
  const { verdict } = image;
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
