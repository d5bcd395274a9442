import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ProgressLine } from '#components/ui/progress-line.tsx';
import type { LooksSummary } from '#lib/contracts/looks.ts';
import { chooseWords } from '#lib/words/try-on.ts';
import { AllowanceLeft, AllowanceUsedUp } from './allowance.tsx';
import { ConsentBox } from './consent-box.tsx';
import { SubmissionRefused } from './submission-refused.tsx';
import type { Submission, SubmissionPhase } from './use-submission.ts';

/** What the person went on without. */
export type Missing = 'subject' | 'usable-photo' | 'photo-check' | 'consent';

interface SubmitFootProps {
  submission: Submission;
  allowance: LooksSummary['allowance'] | null;
  /** The photo is still being looked at. */
  looking: boolean;
  missing: Missing | null;
  /** Null when none is needed, or not yet. */
  consent: {
    text: string | null;
    failed: boolean;
    given: boolean;
    onGive: (given: boolean) => void;
  } | null;
}

/** The foot of the form, which stays in sight: what is still to be said, and the button. */
export function SubmitFoot({ submission, allowance, looking, missing, consent }: SubmitFootProps) {
  const { phase } = submission;
  const busy = phase !== 'idle';
  return (
    <div className="tall:sticky tall:bottom-0 z-10 -mx-4 grid gap-3 border-t border-line bg-paper px-4 py-3 md:mx-0 md:px-0">
      {/* While something is asked for, the last one may be what is asked for. */}
      {allowance?.left === 0 && !busy ? (
        <AllowanceUsedUp allowance={allowance} />
      ) : (
        <>
          {consent && (
            <ConsentBox
              text={consent.text}
              failed={consent.failed}
              checked={consent.given}
              missing={missing === 'consent'}
              disabled={busy}
              onChange={consent.onGive}
            />
          )}
          <Trouble submission={submission} missing={missing} />
          {busy && <ProgressLine label={chooseWords.phases[phase]} />}
          <div className="grid gap-2 text-center">
            <AllowanceLeft allowance={allowance} />
            <Button type="submit" size="large" wide aria-disabled={busy || looking}>
              {buttonText(phase, looking)}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function buttonText(phase: SubmissionPhase, looking: boolean): string {
  if (phase !== 'idle') return chooseWords.phases[phase];
  return looking ? chooseWords.looking : chooseWords.submit;
}

interface TroubleProps {
  submission: Submission;
  missing: Missing | null;
}

function Trouble({ submission, missing }: TroubleProps) {
  if (submission.unreachable) {
    return (
      <Notice kind="warning" role="status">
        {chooseWords.unreachable}
      </Notice>
    );
  }
  switch (missing) {
    case 'subject':
    case 'usable-photo':
      return (
        <Notice kind="danger" role="alert">
          {missing === 'subject' ? chooseWords.subjectMissing : chooseWords.photoRefused}
        </Notice>
      );
    case 'photo-check':
      return (
        <Notice kind="warning" role="alert">
          {chooseWords.adviceUnanswered}
        </Notice>
      );
    // The line itself says so.
    case 'consent':
    case null:
      return <SubmissionRefused error={submission.error} />;
  }
}
