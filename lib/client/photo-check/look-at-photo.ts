import type { GarmentCategory } from '#lib/domain/category.ts';
import { type BodyFinder, openBodyFinder } from './ask-worker.ts';
import { checkPhoto, type PhotoReport } from './check-photo.ts';

// One for the page: the next photo finds the model loaded.
let finder: BodyFinder | null = null;

/** The model takes some 50 MB, which a phone may want back while a look is made. */
const KEPT_MS = 60_000;
let closing: ReturnType<typeof setTimeout> | undefined;

/** Looks at a photo on this device; nothing of it leaves the page. */
export async function lookAtPhoto(
  file: Blob,
  category: GarmentCategory,
  tell: (report: PhotoReport) => void,
): Promise<void> {
  clearTimeout(closing);
  finder ??= openBodyFinder();
  await checkPhoto(file, category, finder, (report) => {
    // What broke may work for the next photo.
    if (report.kind === 'looked_at' && report.verdict.person === 'cannot') stopLooking();
    tell(report);
  });
  clearTimeout(closing);
  closing = setTimeout(stopLooking, KEPT_MS);
}

function stopLooking(): void {
  finder?.close();
  finder = null;
}
