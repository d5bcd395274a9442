import type { GarmentCategory } from '#lib/domain/category.ts';
import type { Finding } from '#lib/domain/picture-readiness.ts';
import { findingWords } from '#lib/words/picture-readiness.ts';

interface PictureFindingsProps {
  findings: readonly Finding[];
  category: GarmentCategory;
}

/** What is wrong with a picture, each with what would mend it. */
export function PictureFindings({ findings, category }: PictureFindingsProps) {
  return (
    <ul className="grid gap-2 text-label">
      {findings.map((finding) => {
        const { noticed, mend } = findingWords(finding, category);
        return (
          <li key={finding.code} className="grid gap-0.5 text-pretty">
            <span className="font-semibold text-ink">{noticed}.</span>
            <span className="text-ink-soft">{mend}</span>
          </li>
        );
      })}
    </ul>
  );
}
