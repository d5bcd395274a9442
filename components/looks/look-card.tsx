import { Trash2 } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { HeartButton } from '#components/ui/heart-button.tsx';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { nameOf } from '#lib/domain/subject.ts';
import { isFinal } from '#lib/domain/try-on.ts';
import { lookName } from '#lib/words/garment-name.ts';
import { keptUntilWords } from '#lib/words/kept-until.ts';
import { compareWords, looksWords } from '#lib/words/looks.ts';
import { CardLink, NextStep } from './card-link.tsx';
import { LookAppeal } from './look-appeal.tsx';
import { lookDay } from './look-day.ts';
import { LookFrame } from './look-frame.tsx';
import { LookMenu } from './look-menu.tsx';
import type { CardChoice } from './use-look-choice.ts';

export interface LookCardActions {
  /** Null while nothing is chosen to compare. */
  choice: CardChoice | null;
  onDelete: (tryOn: TryOnView) => void;
  onFavourite: (favourite: boolean) => void;
}

export function LookCard({
  tryOn,
  choice,
  onDelete,
  onFavourite,
}: LookCardActions & { tryOn: TryOnView }) {
  const { createdAt, state } = tryOn;
  const title = lookName(tryOn);
  const on = looksWords.on(nameOf(tryOn));
  const choosable = choice !== null && state === 'succeeded';
  return (
    <article
      className={classNames(
        'group relative grid content-start gap-3',
        // Not paler: what cannot be compared is to be read all the same.
        choice && !choosable && 'text-ink-faint grayscale',
      )}
    >
      <LookFrame tryOn={tryOn} />
      <div className="flex items-start justify-between gap-1">
        <div className="grid gap-0.5 text-[0.9375rem]">
          <h2 className="font-medium text-pretty">{choice ? title : <CardLink tryOn={tryOn} />}</h2>
          <p className="text-sm text-ink-soft">
            {on}, <time dateTime={createdAt}>{lookDay(createdAt)}</time>
          </p>
          {tryOn.state === 'succeeded' && (
            <p className="text-label text-ink-soft">{keptUntilWords(tryOn.keptUntil)}</p>
          )}
          {!tryOn.garment.inShop && <p className="text-sm text-ink-soft">{looksWords.gone}</p>}
          {!choice && <LookAppeal tryOn={tryOn} />}
          {!choice && <NextStep tryOn={tryOn} />}
        </div>
        {!choice && isFinal(state) && (
          <div className="relative z-10 -mt-2.5 -mr-3">
            {tryOn.state === 'succeeded' ? (
              <LookMenu tryOn={tryOn} onDelete={() => onDelete(tryOn)} />
            ) : (
              <Button
                variant="quiet"
                aria-label={looksWords.deleteOf(title)}
                onClick={() => onDelete(tryOn)}
                className="w-11 px-0 text-ink-soft"
              >
                <Trash2 aria-hidden />
              </Button>
            )}
          </div>
        )}
      </div>
      {!choice && tryOn.state === 'succeeded' && (
        <HeartButton
          label={looksWords.like(title)}
          pressed={tryOn.favourite}
          onToggle={onFavourite}
          className="absolute top-1.5 right-1.5 z-10"
        />
      )}
      {choosable && (
        <Choose
          choice={choice}
          label={compareWords.choice(title, nameOf(tryOn), lookDay(createdAt))}
        />
      )}
    </article>
  );
}

/** The whole card is the checkbox. */
function Choose({ choice, label }: { choice: CardChoice; label: string }) {
  return (
    <label
      className={classNames(
        'absolute inset-0 z-10 block rounded-picture has-focus-visible:outline-2 has-focus-visible:outline-offset-4 has-focus-visible:outline-accent',
        choice.full && 'cursor-not-allowed',
      )}
    >
      <input
        type="checkbox"
        aria-label={label}
        checked={choice.chosen}
        disabled={choice.full}
        onChange={choice.toggle}
        className="absolute top-3 left-3 size-6 rounded-control accent-accent outline-none disabled:opacity-45"
      />
    </label>
  );
}
