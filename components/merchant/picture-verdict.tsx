import { Badge } from '#components/ui/badge.tsx';
import type { MerchantImage } from '#lib/contracts/garment.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { readinessWords } from '#lib/words/picture-readiness.ts';
import { PictureFindings } from './picture-findings.tsx';
import { ReadinessBadge } from './readiness-badge.tsx';
import { SentPicture } from './sent-picture.tsx';

interface PictureVerdictProps {
  garmentId: string;
  category: GarmentCategory;
  image: MerchantImage;
}

/** What try-ons will make of a picture, why, and whether it is the one that they get. */
export function PictureVerdict({ garmentId, category, image }: PictureVerdictProps) {
  const { verdict, sent } = image;
  return (
    <div className="grid content-start gap-2">
      <p className="flex flex-wrap gap-1.5">
        <ReadinessBadge readiness={verdict?.readiness ?? null} />
        {sent && <Badge tone="info">This one is sent</Badge>}
      </p>
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
