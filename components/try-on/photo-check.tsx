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

/** How the check of a newly chosen photo goes, and what it found. */
export function PhotoCheckResult({ check, category }: PhotoCheckProps) {
  const finding = useRef<HTMLDivElement>(null);
  const given = check.kind === 'done' && check.answer === 'given';
  useEffect(() => {
    // The button that gave the answer has gone, and the focus must not go with it.
    if (given) finding.current?.focus();
  }, [given]);
  return (
    // There from the start, so that what comes into it is read out.
    <div ref={finding} tabIndex={-1} role="status" className="empty:absolute">
      <Finding check={check} category={category} />
    </div>
  );
}

interface UseAnywayProps {
  check: PhotoCheck;
  /** The person wanted to go on without a word about the advice. */
  asked: boolean;
  onUseAnyway: () => void;
}

/** The answer to advice, while one is awaited; beside it stands the better one, another photo. */
export function UseAnyway({ check, asked, onUseAnyway }: UseAnywayProps) {
  const button = useRef<HTMLButtonElement>(null);
  const awaited = check.kind === 'done' && check.answer === 'awaited';
  useEffect(() => {
    if (asked && awaited) button.current?.focus();
  }, [asked, awaited]);
  if (!awaited) return null;
  return (
    <Button ref={button} variant="quiet" onClick={onUseAnyway} className="max-sm:px-3">
      {photoCheckWords.useAnyway}
    </Button>
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
