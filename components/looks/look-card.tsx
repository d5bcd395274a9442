import { Trash2 } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { ProgressLine } from '#components/ui/progress-line.tsx';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { isFinal } from '#lib/domain/try-on.ts';
import { lookText, stageTitle } from '#lib/words/try-on.ts';

interface LookCardProps {
  tryOn: TryOnView;
  onDelete: (tryOn: TryOnView) => void;
}

export function LookCard({ tryOn, onDelete }: LookCardProps) {
  const { garment, subject } = tryOn;
  return (
    <article className="group relative grid content-start gap-3">
      <Frame tryOn={tryOn} />
      <div className="flex items-start justify-between gap-1">
        <div className="grid gap-0.5 text-[0.9375rem]">
          <h2 className="font-medium text-pretty">
            <Link
              href={`/garments/${garment.slug}?try-on=${tryOn.id}`}
              className="underline-offset-4 decoration-1 after:absolute after:inset-0 group-hover:underline"
            >
              {garment.title}
            </Link>
          </h2>
          <p className="text-sm text-ink-soft">
            {subject.kind === 'photo' ? 'On you' : `On ${subject.name}`},{' '}
            <time dateTime={tryOn.createdAt}>{day.format(new Date(tryOn.createdAt))}</time>
          </p>
        </div>
        {isFinal(tryOn.state) && (
          <Button
            variant="quiet"
            aria-label={`Delete ${garment.title}`}
            onClick={() => onDelete(tryOn)}
            className="relative z-10 -mt-2.5 -mr-3 w-11 px-0 text-ink-soft"
          >
            <Trash2 aria-hidden />
          </Button>
        )}
      </div>
    </article>
  );
}

// One zone for server and browser, or the two would render different days around midnight.
const day = new Intl.DateTimeFormat('en-IE', { day: 'numeric', month: 'short', timeZone: 'UTC' });

function Frame({ tryOn }: { tryOn: TryOnView }) {
  switch (tryOn.state) {
    case 'succeeded': {
      const { garment, subject, look } = tryOn;
      const person = subject.kind === 'house-model' ? subject.name : null;
      return <Picture picture={look} alt={lookText(garment, person)} />;
    }
    case 'queued':
    case 'sending':
    case 'running':
    case 'saving':
      return (
        <Veiled tryOn={tryOn}>
          <ProgressLine label={`${tryOn.garment.title}: ${stageTitle[tryOn.state]}`} />
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
          <p className="text-sm font-medium">Called off</p>
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
