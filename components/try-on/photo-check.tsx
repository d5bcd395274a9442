import { lazy, Suspense, useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ProgressLine } from '#components/ui/progress-line.tsx';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { photoCheckWords } from '#lib/words/photo-check.ts';
import { loadPhotoCheckDrawing, loadPhotoCheckWords } from './photo-check-parts.ts';
import type { PhotoCheck } from './use-photo-check.ts';

// Both have arrived before a check is done. The drawing is shown earlier, and may be missing.
const Words = lazy(loadPhotoCheckWords);
const Drawing = lazy(() => loadPhotoCheckDrawing().catch(() => ({ default: () => null })));

interface PhotoCheckProps {
  check: PhotoCheck;
  category: GarmentCategory;
}

interface PhotoCheckResultProps extends PhotoCheckProps {
  /** The person wanted to go on without a word about the advice. */
  asked: boolean;
  onUseAnyway: () => void;
}

/** How the check of a newly chosen photo goes, and what it found. */
export function PhotoCheckResult({ check, category, asked, onUseAnyway }: PhotoCheckResultProps) {
  const useAnyway = useRef<HTMLButtonElement>(null);
  const finding = useRef<HTMLDivElement>(null);
  const pending = check.kind === 'done' && check.answer === 'awaited';
  useEffect(() => {
    if (asked && pending) useAnyway.current?.focus();
  }, [asked, pending]);
  return (
    <>
      {/* There from the start, so that what comes into it is read out. */}
      <div ref={finding} tabIndex={-1} role="status" className="empty:absolute">
        <Finding check={check} category={category} />
      </div>
      {pending && (
        <Button
          ref={useAnyway}
          variant="secondary"
          onClick={() => {
            // The button goes away, and the focus must not go with it.
            finding.current?.focus();
            onUseAnyway();
          }}
          className="justify-self-start"
        >
          {photoCheckWords.useAnyway}
        </Button>
      )}
    </>
  );
}

function Finding({ check, category }: PhotoCheckProps) {
  switch (check.kind) {
    case 'none':
      return null;
    case 'looking':
      return (
        <div className="grid gap-2 text-sm">
          <p>{photoCheckWords.notSent}</p>
          <ProgressLine label={photoCheckWords.looking} />
        </div>
      );
    case 'refused':
      return (
        <Suspense fallback={null}>
          <Words report={check} answer="not_needed" category={category} />
        </Suspense>
      );
    case 'done':
      return check.report.kind === 'skipped' ? (
        <p className="text-sm text-pretty text-ink-soft">{photoCheckWords.tookTooLong}</p>
      ) : (
        <Suspense fallback={null}>
          <Words report={check.report} answer={check.answer} category={category} />
        </Suspense>
      );
  }
}

/** The framing guide, to be laid over the photo. */
export function PhotoCheckGuide(props: PhotoCheckProps) {
  return (
    <Suspense fallback={null}>
      <Drawing {...props} />
    </Suspense>
  );
}
