import type { ReactNode } from 'react';
import { Picture } from '#components/ui/picture.tsx';
import { ProgressLine } from '#components/ui/progress-line.tsx';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { lookName } from '#lib/words/garment-name.ts';
import { looksWords } from '#lib/words/looks.ts';
import { stageTitle } from '#lib/words/try-on.ts';
import { lookAlt } from './look-names.ts';

/** The look, or the person before it with what has become of it. */
export function LookFrame({ tryOn }: { tryOn: TryOnView }) {
  switch (tryOn.state) {
    case 'succeeded':
      return <Picture picture={tryOn.look} alt={lookAlt(tryOn)} />;
    case 'queued':
    case 'sending':
    case 'running':
    case 'saving':
      return (
        <Veiled tryOn={tryOn}>
          <ProgressLine label={looksWords.making(lookName(tryOn), tryOn.state)} />
          <p className="text-sm font-medium">{stageTitle[tryOn.state]}</p>
        </Veiled>
      );
    case 'failed':
    case 'blocked':
    case 'expired':
    case 'unknown':
      return (
        <Veiled tryOn={tryOn}>
          <p className="text-sm font-medium text-pretty">{tryOn.problem.title}</p>
        </Veiled>
      );
    case 'cancelled':
      return (
        <Veiled tryOn={tryOn}>
          <p className="text-sm font-medium">{looksWords.calledOff}</p>
        </Veiled>
      );
  }
}

/** The person before, dimmed, with words at the foot of the frame. */
function Veiled({ tryOn, children }: { tryOn: TryOnView; children: ReactNode }) {
  return (
    <div className="relative">
      <Picture picture={tryOn.subject.picture} alt="" fit="whole" className="opacity-45" />
      <div className="absolute inset-x-2 bottom-2 grid gap-2 rounded-control bg-raised p-3">
        {children}
      </div>
    </div>
  );
}
