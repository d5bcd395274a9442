import { useEffect, useState } from 'react';
import type { PhotoReport } from '#lib/client/photo-check/check-photo.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import type { UploadProblemCode } from '#lib/domain/upload-problem.ts';
import { loadPhotoCheckDrawing, loadPhotoCheckWords } from './photo-check-parts.ts';
import type { Choice } from './types.ts';

/** A little more than the check's own patience: the check itself may not arrive. */
const GIVE_UP_MS = 4_500;

/** - `skipped`: the check took too long or did not arrive. */
export type CheckReport = Exclude<PhotoReport, { kind: 'refused' }> | { kind: 'skipped' };

export type PhotoCheck =
  | { kind: 'none' }
  | { kind: 'looking' }
  /** Nothing can be answered to that: the server would not take it. */
  | { kind: 'refused'; code: UploadProblemCode }
  | { kind: 'done'; report: CheckReport; answer: AnswerToAdvice };

/** Whether the person has said yet that the photo is used in spite of the advice. */
export type AnswerToAdvice = 'awaited' | 'given' | 'not_needed';

interface Told {
  file: Blob;
  report: PhotoReport | CheckReport;
  /** Asks for a word before the photo is used. What comes late only informs. */
  asks: boolean;
}

/** Looks at each newly chosen photo before anything is sent. */
export function usePhotoCheck(
  choice: Choice | null,
  category: GarmentCategory,
): { check: PhotoCheck; takeAsItIs: () => void } {
  const file = choice?.kind === 'new-photo' ? choice.file : null;
  const [told, setTold] = useState<Told | null>(null);
  const [takenAsItIs, setTakenAsItIs] = useState<Blob | null>(null);

  useEffect(() => {
    if (!file) return;
    return lookInTime(file, category, (report) =>
      setTold((before) => ({
        file,
        report,
        asks: before?.file === file ? before.asks : hasAdvice(report),
      })),
    );
  }, [file, category]);

  return {
    check: checkOf(file, told, takenAsItIs),
    takeAsItIs: () => setTakenAsItIs(file),
  };
}

function checkOf(file: Blob | null, told: Told | null, takenAsItIs: Blob | null): PhotoCheck {
  if (!file) return { kind: 'none' };
  if (told?.file !== file) return { kind: 'looking' };
  const { report } = told;
  if (report.kind === 'refused') return report;
  return { kind: 'done', report, answer: answerTo(told, takenAsItIs) };
}

function answerTo({ file, asks }: Told, takenAsItIs: Blob | null): AnswerToAdvice {
  if (!asks) return 'not_needed';
  return takenAsItIs === file ? 'given' : 'awaited';
}

function hasAdvice(report: Told['report']): boolean {
  return report.kind === 'looked_at' && report.verdict.advice.length > 0;
}

/** Tells within `GIVE_UP_MS`, and again whatever comes later. Returns how to stop listening. */
function lookInTime(
  file: Blob,
  category: GarmentCategory,
  tell: (report: Told['report']) => void,
): () => void {
  let listening = true;
  const giveUp = setTimeout(() => tell({ kind: 'skipped' }), GIVE_UP_MS);
  const stop = () => {
    listening = false;
    clearTimeout(giveUp);
  };
  // Not part of the page: only who gives a photo loads it.
  Promise.all([
    import('#lib/client/photo-check/look-at-photo.ts'),
    loadPhotoCheckWords(),
    loadPhotoCheckDrawing(),
  ])
    .then(([{ lookAtPhoto }]) =>
      lookAtPhoto(file, category, (report) => {
        clearTimeout(giveUp);
        if (listening) tell(report);
      }),
    )
    .catch(() => {
      clearTimeout(giveUp);
      if (listening) tell({ kind: 'skipped' });
    });
  return stop;
}
