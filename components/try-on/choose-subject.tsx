'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { countVisit } from '#lib/client/count-visit.ts';
import { ProblemError } from '#lib/client/problem-error.ts';
import { useAllowance } from '#lib/client/use-allowance.ts';
import { useConsent } from '#lib/client/use-consent.ts';
import { usePhotos } from '#lib/client/use-photos.ts';
import type { HouseModelView } from '#lib/contracts/photo.ts';
import { photoFraming } from '#lib/words/photo-framing.ts';
import { chooseWords } from '#lib/words/try-on.ts';
import { PhotoCheckGuide, PhotoCheckResult, UseAnyway } from './photo-check.tsx';
import { PhotoCheckExamples } from './photo-check-examples.tsx';
import { PhotoPicker } from './photo-picker.tsx';
import { SubjectCard } from './subject-card.tsx';
import { type Missing, SubmitFoot } from './submit-foot.tsx';
import type { Choice, RoomGarment } from './types.ts';
import { usePhotoCheck } from './use-photo-check.ts';
import type { Submission } from './use-submission.ts';

interface ChooseSubjectProps {
  garment: RoomGarment;
  houseModels: HouseModelView[];
  choice: Choice | null;
  onChoose: (choice: Choice | null) => void;
  submission: Submission;
}

export function ChooseSubject({
  garment,
  houseModels,
  choice,
  onChoose,
  submission,
}: ChooseSubjectProps) {
  const { photos } = usePhotos();
  const allowance = useAllowance(garment.shop);
  /** The version of the text that was agreed to. */
  const [agreedTo, setAgreedTo] = useState<string | null>(null);
  const [missing, setMissing] = useState<Missing | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { check, takeAsItIs } = usePhotoCheck(choice, garment.category);
  const asksAnew = useAskedAnew(choice, submission.error);
  const { consent, failed } = useConsent(choice?.kind === 'new-photo' || asksAnew);
  const given = consent !== null && agreedTo === consent.version;
  const busy = submission.phase !== 'idle';
  const looking = check.kind === 'looking';

  useEffect(() => heading.current?.focus({ preventScroll: false }), []);

  const choose = (next: Choice) => {
    countVisit(garment.slug, 'choose');
    onChoose(next);
    setMissing(null);
    submission.reset();
    // Consent is given for one photo; another one is asked about again.
    setAgreedTo(null);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // There is no button then, but the return key submits without one.
    if (allowance?.left === 0) return;
    if (!choice) return setMissing('subject');
    if (choice.kind !== 'new-photo') {
      if (asksAnew && !given) return setMissing('consent');
      const agreed = asksAnew ? consent?.version : undefined;
      return submission.submit({ garment: garment.slug, subject: choice }, agreed);
    }
    if (check.kind === 'looking') return;
    if (check.kind === 'refused') return setMissing('usable-photo');
    if (check.kind === 'done' && check.answer === 'awaited') return setMissing('photo-check');
    if (!given) return setMissing('consent');
    const { version } = consent;
    submission.submitWithPhoto({ garment: garment.slug }, choice.file, version, ({ id }) =>
      onChoose({ kind: 'photo', photoId: id }),
    );
  };

  return (
    <form onSubmit={submit} noValidate className="grid max-w-xl gap-6 md:pt-1">
      <h2
        ref={heading}
        tabIndex={-1}
        className="scroll-mt-40 font-display text-title tracking-[-0.015em]"
      >
        {chooseWords.title}
      </h2>

      <fieldset disabled={busy}>
        <legend className="mb-3">
          <span className="block font-medium">{chooseWords.photo}</span>
          <span className="block text-sm text-pretty text-ink-soft">
            {chooseWords.photoHint(photoFraming[garment.category])}
          </span>
        </legend>
        {showsExamples(choice) && <PhotoCheckExamples category={garment.category} />}
        <PhotoPicker
          choice={choice}
          photos={photos}
          onChoose={choose}
          guide={<PhotoCheckGuide check={check} category={garment.category} />}
          check={<PhotoCheckResult check={check} category={garment.category} />}
          answer={
            <UseAnyway
              check={check}
              asked={missing === 'photo-check'}
              onUseAnyway={() => {
                takeAsItIs();
                setMissing(null);
              }}
            />
          }
        />
      </fieldset>

      {houseModels.length > 0 && (
        <fieldset disabled={busy}>
          <legend className="mb-3 font-medium">{chooseWords.model}</legend>
          <div className="grid grid-cols-3 gap-3 sm:grid-cols-6 sm:gap-2">
            {houseModels.map((model) => (
              <SubjectCard
                key={model.slug}
                value={`model:${model.slug}`}
                label={chooseWords.modelLabel(model)}
                caption={model.name}
                picture={model.picture}
                checked={choice?.kind === 'house-model' && choice.slug === model.slug}
                onSelect={() => choose({ kind: 'house-model', slug: model.slug })}
              />
            ))}
          </div>
        </fieldset>
      )}

      <SubmitFoot
        submission={submission}
        allowance={allowance}
        looking={looking}
        missing={missing}
        consent={
          asksAnew || (check.kind === 'done' && check.answer !== 'awaited')
            ? {
                text: consent?.text ?? null,
                failed,
                given,
                onGive: (yes) => {
                  setAgreedTo(yes && consent ? consent.version : null);
                  setMissing(null);
                },
              }
            : null
        }
      />
    </form>
  );
}

/**
 * Whether the kept photo that is chosen was refused because there is a new text to agree to. It stays so
 * while the try-on is asked for again, until another choice is made.
 */
function useAskedAnew(choice: Choice | null, error: unknown): boolean {
  const [refused, setRefused] = useState<Choice | null>(null);
  useEffect(() => {
    if (error instanceof ProblemError && error.code === 'consent_required') setRefused(choice);
  }, [choice, error]);
  return choice !== null && choice.kind !== 'new-photo' && refused === choice;
}

/** Until somebody has chosen a photo; a house model leaves them, so that nothing jumps. */
function showsExamples(choice: Choice | null): boolean {
  return choice === null || choice.kind === 'house-model';
}
