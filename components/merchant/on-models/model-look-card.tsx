'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { FullPictures } from '#components/ui/full-picture.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { ProgressLine } from '#components/ui/progress-line.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import { useElapsed } from '#lib/client/use-elapsed.ts';
import type { ModelLooks, ModelLookView } from '#lib/contracts/model-looks.ts';
import { modelLookWords } from '#lib/words/model-looks.ts';
import { timeSoFar, waitingShortly } from '#lib/words/waiting.ts';
import { dollars, failureWords } from './render-words.ts';
import type { ModelLookActions } from './use-model-looks.ts';

interface ModelLookCardProps {
  look: ModelLookView;
  /** Of the garment. */
  title: string;
  each: ModelLooks['each'];
  /** Null for those who may only look. */
  actions: Pick<ModelLookActions, 'make' | 'change'> | null;
}

/** One house model: bare until there is a picture, then wearing the garment. */
export function ModelLookCard({ look, title, each, actions }: ModelLookCardProps) {
  const { model, picture, take, outdated, shown } = look;
  const { busy, run } = useCardTask();
  const [asking, setAsking] = useState(false);
  const coming = take?.kind === 'coming';
  const alt = picture ? modelLookWords.alt(title, model.name) : '';
  const make = (again: boolean) => void run(() => actions?.make(model.slug, again));
  return (
    <article aria-label={model.name} className="grid grid-rows-[auto_auto_1fr] content-start gap-2">
      <div className="relative">
        <Picture
          picture={picture ?? model.picture}
          alt={alt}
          sizes="(min-width: 80rem) 11rem, (min-width: 40rem) 30vw, 46vw"
          className={classNames(
            (!picture || outdated) && 'opacity-55',
            'transition-opacity duration-300',
          )}
        />
        {picture && (
          <FullPictures
            name={`on-${model.slug}`}
            pictures={[{ ...picture, alt }]}
            label={`Look at it on ${model.name}`}
            className="absolute inset-0 cursor-zoom-in rounded-picture"
          >
            {null}
          </FullPictures>
        )}
        {outdated && picture && (
          <Badge tone="warning" className="absolute bottom-2 left-2">
            Out of date
          </Badge>
        )}
        {coming && (
          <div className="absolute inset-x-0 bottom-0">
            <ProgressLine label={`Being made on ${model.name}`} />
          </div>
        )}
      </div>
      <h3 className="text-sm font-medium">{model.name}</h3>
      <div className="grid content-start justify-items-start gap-2 text-label">
        <p role="status" className="text-pretty text-ink-soft empty:hidden">
          {take?.kind === 'coming' && <Coming take={take} each={each} />}
          {take?.kind === 'failed' && (
            <span className="text-danger">{failureWords[take.problem]}</span>
          )}
        </p>
        {!coming && outdated && picture && (
          <p className="text-pretty text-ink-soft">
            Made with another picture of the garment, so it is not on its page.
          </p>
        )}
        {actions && picture && !outdated && (
          <Checkbox
            label="On its page"
            checked={shown}
            onChange={(event) => {
              const on = event.target.checked;
              void run(() => actions.change(model.slug, { shown: on }));
            }}
            className="text-label"
          />
        )}
        {actions && !coming && (
          <div className="flex flex-wrap gap-2">
            {picture ? (
              <>
                <Button
                  variant={outdated ? 'secondary' : 'quiet'}
                  size="small"
                  disabled={busy}
                  className={outdated ? undefined : '-ml-3'}
                  onClick={() => (outdated ? make(false) : setAsking(true))}
                >
                  {outdated ? 'Make again' : 'Another take'}
                </Button>
                {outdated && (
                  <Button
                    variant="quiet"
                    size="small"
                    disabled={busy}
                    onClick={() => void run(() => actions.change(model.slug, { fits: true }))}
                  >
                    It still fits
                  </Button>
                )}
              </>
            ) : (
              <Button variant="secondary" size="small" disabled={busy} onClick={() => make(false)}>
                {take?.kind === 'failed' ? 'Try again' : 'Try on'}
                <span className="sr-only"> {model.name}</span>
              </Button>
            )}
          </div>
        )}
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Another take on ${model.name}?`}
        confirmLabel="Make another take"
        danger={false}
        onConfirm={() => {
          setAsking(false);
          make(true);
        }}
      >
        It is paid for like a new picture, {dollars(each.costMicros)} or less, and replaces this one
        once it is there. Shoppers who try the garment on {model.name} still get the first take.
      </ConfirmDialog>
    </article>
  );
}

function Coming({
  take: { state, since, waiting, inBulk },
  each,
}: {
  take: Extract<ModelLookView['take'], { kind: 'coming' }>;
  each: ModelLooks['each'];
}) {
  const elapsed = useElapsed(since);
  if (waiting) return waitingShortly[waiting];
  if (inBulk && state === 'queued') return 'In a run: waits until no shopper does.';
  return (
    <>
      Being made
      {/* Not announced, or a screen reader would count along. */}
      <span aria-hidden className="block tabular-nums">
        {timeSoFar(elapsed ?? 0, { medianSeconds: each.seconds, measured: true })}
      </span>
    </>
  );
}

/** Once at a time, and with a sentence when it did not work. */
function useCardTask() {
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<void> | undefined) => {
    if (busy) return;
    setBusy(true);
    try {
      await work();
    } catch (error) {
      toast.error(sayError(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}
