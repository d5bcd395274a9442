'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { inSession } from '#lib/client/in-session.ts';
import { keepTrying } from '#lib/client/keep-trying.ts';
import { rememberSubject } from '#lib/client/last-subject.ts';
import { ProblemError } from '#lib/client/problem-error.ts';
import { shrinkPhoto } from '#lib/client/shrink-photo.ts';
import { newIntent, submitTryOn, type TryOnIntent } from '#lib/client/submit-try-on.ts';
import { uploadOnce } from '#lib/client/upload-once.ts';
import { uploadPhoto } from '#lib/client/upload-photo.ts';
import { refreshAllowance } from '#lib/client/use-allowance.ts';
import { giveConsent, refreshConsent } from '#lib/client/use-consent.ts';
import { usePhotos } from '#lib/client/use-photos.ts';
import { ensureSession, useSession } from '#lib/client/use-session.ts';
import { rememberTryOn } from '#lib/client/use-try-on.ts';
import { refreshTryOns } from '#lib/client/use-try-ons.ts';
import type { PhotoView } from '#lib/contracts/photo.ts';
import type { SubmitTryOnBody, TryOnView } from '#lib/contracts/try-on.ts';
import { personOf } from '#lib/domain/subject.ts';

export type SubmissionPhase = 'idle' | 'preparing' | 'uploading' | 'submitting';

export interface Submission {
  phase: SubmissionPhase;
  /** No answer for the moment; it goes on by itself. */
  unreachable: boolean;
  /** Why the last submit was refused. */
  error: unknown;
  /** @param agreedTo the version of the text that is agreed to first, where it is another one by now. */
  submit: (body: SubmitTryOnBody, agreedTo?: string) => void;
  /** Uploads first. `onSaved` hears of the photo even if the try-on is refused afterwards. */
  submitWithPhoto: (
    body: Omit<SubmitTryOnBody, 'subject'>,
    photo: Blob,
    /** The version of the text that its owner has agreed to. */
    consentVersion: string,
    onSaved: (photo: PhotoView) => void,
  ) => void;
  reset: () => void;
}

/** Everything between the press of a button and the answer that the try-on is accepted. */
export function useSubmission(onAccepted: (tryOn: TryOnView) => void): Submission {
  const [phase, setPhase] = useState<SubmissionPhase>('idle');
  const [unreachable, setUnreachable] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { add: addPhoto } = usePhotos();
  const { session } = useSession();

  // State comes one render late for a double click; a ref does not.
  const busy = useRef(false);
  const unanswered = useRef<TryOnIntent | null>(null);
  const leaving = useRef<AbortController | null>(null);
  const accepted = useRef(onAccepted);
  const whose = useRef<string | null>(null);
  useEffect(() => {
    accepted.current = onAccepted;
    whose.current = session?.userId ?? null;
  });
  useEffect(() => () => leaving.current?.abort(), []);

  const run = useCallback(async (steps: (signal: AbortSignal) => Promise<SubmitTryOnBody>) => {
    if (busy.current) return;
    busy.current = true;
    const controller = new AbortController();
    leaving.current = controller;
    const options = { signal: controller.signal, onTrouble: setUnreachable };
    setError(null);
    setPhase('preparing');
    try {
      const ask = async () => {
        const body = await steps(controller.signal);
        setPhase('submitting');
        unanswered.current = sameIntent(unanswered.current, body) ?? newIntent(body);
        return submitTryOn(unanswered.current, options);
      };
      const ensure = async () => {
        whose.current = (await ensureSession()).userId;
      };
      const tryOn = await inSession(whose.current !== null, ensure, ask, options);
      unanswered.current = null;
      await rememberTryOn(tryOn);
      rememberSubject(personOf(tryOn));
      accepted.current(tryOn);
      void refreshTryOns();
    } catch (thrown) {
      if (controller.signal.aborted) return;
      unanswered.current = null;
      setError(thrown);
      // The text is another one now: it is shown, and asked about.
      if (thrown instanceof ProblemError && thrown.code === 'consent_required') {
        void refreshConsent();
      }
      // It may have been refused for what was asked for elsewhere.
      void refreshAllowance();
    } finally {
      busy.current = false;
      setUnreachable(false);
      setPhase('idle');
    }
  }, []);

  return {
    phase,
    unreachable,
    error,
    submit: (body, agreedTo) =>
      void run(async (signal) => {
        if (agreedTo)
          await keepTrying(() => giveConsent(agreedTo), { signal, onTrouble: setUnreachable });
        return body;
      }),
    submitWithPhoto: (body, photo, consentVersion, onSaved) => {
      const uploaded = uploadOnce({
        whose: () => whose.current,
        upload: async (signal) => {
          const small = await shrinkPhoto(photo, 'photo');
          setPhase('uploading');
          const options = { signal, onTrouble: setUnreachable };
          return keepTrying(() => uploadPhoto(small, consentVersion, signal), options);
        },
        keep: async (saved, insteadOf) => {
          await addPhoto(saved, insteadOf);
          onSaved(saved);
        },
      });
      void run(async (signal) => {
        const { id } = await uploaded(signal);
        return { ...body, subject: { kind: 'photo', photoId: id } };
      });
    },
    reset: () => setError(null),
  };
}

/** The intent whose answer never came, if this is the same wish again. */
function sameIntent(intent: TryOnIntent | null, body: SubmitTryOnBody): TryOnIntent | null {
  return intent && JSON.stringify(intent.body) === JSON.stringify(body) ? intent : null;
}
