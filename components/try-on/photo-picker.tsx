'use client';

import { Camera, ImagePlus } from 'lucide-react';
import { type ChangeEvent, type ReactNode, useCallback, useEffect, useState } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import { classNames } from '#components/ui/class-names.ts';
import { Notice } from '#components/ui/notice.tsx';
import type { PhotoView } from '#lib/contracts/photo.ts';
import { MAX_UPLOAD_BYTES } from '#lib/domain/upload-problem.ts';
import { chooseWords } from '#lib/words/try-on.ts';
import { uploadProblemText } from '#lib/words/upload-problems.ts';
import { SubjectCard } from './subject-card.tsx';
import type { Choice } from './types.ts';

interface PhotoPickerProps {
  choice: Choice | null;
  photos: PhotoView[];
  onChoose: (choice: Choice) => void;
  /** Laid over a photo that was just chosen. */
  guide: ReactNode;
  /** What is said beside it. */
  check: ReactNode;
  /** What can be done about it, other than choosing another one. */
  answer: ReactNode;
}

/** A new photo by file dialog, camera, drop or paste, or one that was given before. */
export function PhotoPicker({ choice, photos, onChoose, guide, check, answer }: PhotoPickerProps) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [over, setOver] = useState(false);

  // What was wrong with one file says nothing of what is chosen next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another choice is made
  useEffect(() => setRefusal(null), [choice]);

  const take = useCallback(
    (file: File | null | undefined) => {
      if (!file) return;
      const problem = obviousProblem(file);
      setRefusal(problem);
      if (!problem) {
        onChoose({ kind: 'new-photo', file, previewUrl: URL.createObjectURL(file) });
      }
    },
    [onChoose],
  );

  usePasteAndDrop(take, setOver);

  const previewUrl = choice?.kind === 'new-photo' ? choice.previewUrl : null;
  useEffect(() => () => releasePreview(previewUrl), [previewUrl]);

  const fromInput = (event: ChangeEvent<HTMLInputElement>) => {
    take(event.target.files?.[0]);
    // The same file may be chosen again after another one.
    event.target.value = '';
  };

  return (
    <div className="grid gap-3">
      <div
        className={classNames(
          'flex flex-wrap items-start gap-3 rounded-control border border-dashed p-3 transition-colors sm:gap-4 sm:p-4',
          over ? 'border-accent bg-accent-soft' : 'border-line-strong',
        )}
      >
        {choice?.kind === 'new-photo' && (
          <div className="w-26 shrink-0 sm:w-44">
            <SubjectCard
              value="new-photo"
              label={chooseWords.newPhoto}
              picture={{ url: choice.previewUrl, width: 768, height: 1024 }}
              whole
              overlay={guide}
              checked
              onSelect={() => onChoose(choice)}
            />
          </div>
        )}
        <div className="grid min-w-0 flex-1 basis-40 justify-items-start gap-3">
          {check}
          <div className="flex flex-wrap gap-2">
            <label className={fileButton}>
              <ImagePlus aria-hidden />
              {choice?.kind === 'new-photo'
                ? chooseWords.chooseAnotherPhoto
                : chooseWords.choosePhoto}
              <input type="file" accept="image/*" onChange={fromInput} className="sr-only" />
            </label>
            <span className="hidden pointer-coarse:contents">
              <label className={fileButton}>
                <Camera aria-hidden />
                {chooseWords.takePhoto}
                <input
                  type="file"
                  accept="image/*"
                  capture="environment"
                  onChange={fromInput}
                  className="sr-only"
                />
              </label>
            </span>
            {answer}
          </div>
          <p className="text-label text-ink-soft pointer-coarse:hidden">{chooseWords.dropHint}</p>
        </div>
      </div>

      {refusal && (
        <Notice kind="danger" role="alert">
          {refusal}
        </Notice>
      )}

      {photos.length > 0 && (
        <div className="grid grid-cols-4 gap-2 sm:grid-cols-6">
          {photos.map((photo, index) => (
            <SubjectCard
              key={photo.id}
              value={`photo:${photo.id}`}
              label={chooseWords.savedPhoto(index + 1)}
              picture={photo.picture}
              checked={choice?.kind === 'photo' && choice.photoId === photo.id}
              onSelect={() => onChoose({ kind: 'photo', photoId: photo.id })}
            />
          ))}
        </div>
      )}
    </div>
  );
}

const fileButton = classNames(
  buttonClass({ variant: 'secondary' }),
  'relative max-sm:px-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
  'in-disabled:cursor-not-allowed in-disabled:opacity-45',
);

/** A photo may be dropped anywhere on the page: nobody aims at a box. */
function usePasteAndDrop(take: (file: File) => void, onOver: (over: boolean) => void): void {
  useEffect(() => {
    const offer = (files: FileList | undefined) => {
      const picture = [...(files ?? [])].find(({ type }) => type.startsWith('image/'));
      const file = picture ?? files?.[0];
      if (file) take(file);
    };
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener('paste', (event) => offer(event.clipboardData?.files), { signal });
    window.addEventListener(
      'dragover',
      (event) => {
        event.preventDefault();
        onOver(true);
      },
      { signal },
    );
    window.addEventListener('dragleave', () => onOver(false), { signal });
    window.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        onOver(false);
        offer(event.dataTransfer?.files);
      },
      { signal },
    );
    return () => listening.abort();
  }, [take, onOver]);
}

/** What can be said before anything is read; the server looks again, and closer. */
function obviousProblem(file: File): string | null {
  if (file.size === 0) return uploadProblemText('empty');
  if (file.type && !file.type.startsWith('image/')) return uploadProblemText('not_an_image');
  // A photo that the browser can decode is shrunk first, so its size on disk rarely matters.
  if (file.size > 3 * MAX_UPLOAD_BYTES) return uploadProblemText('too_large');
  return null;
}

function releasePreview(url: string | null): void {
  if (url) URL.revokeObjectURL(url);
}
