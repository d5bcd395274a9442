import { Check } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { Guide as GuideView, ShopHome } from '#lib/contracts/shop-home.ts';
import { HideGuide } from './guide-switch.tsx';
import { stepWords } from './guide-words.ts';

interface GuideProps {
  home: ShopHome;
  guide: GuideView;
  shop: { slug: string; path: string };
  mayHide: boolean;
}

/** The way from an empty shop to one in which a garment was tried on, as far as it is gone. */
export function Guide({ home, guide, shop, mayHide }: GuideProps) {
  const next = guide.steps.find(({ done }) => !done);
  const published = guide.steps.some(({ name, done }) => name === 'publish' && done);
  return (
    <div className="grid gap-6">
      <ol className="border-t border-line">
        {guide.steps.map((step, index) => {
          const words = stepWords(step.name, home, shop.path);
          const isNext = step === next;
          return (
            <Step
              key={step.name}
              number={index + 1}
              state={step.done ? 'done' : isNext ? 'next' : 'later'}
              title={words.title}
              text={words.text}
            >
              {isNext && words.next && (
                <LinkButton href={words.next.href}>{words.next.label}</LinkButton>
              )}
              {(isNext || step.done) &&
                words.also &&
                words.also.href !== (isNext && words.next?.href) && (
                  <Link
                    href={words.also.href}
                    className="inline-flex min-h-11 items-center text-sm text-link"
                  >
                    {words.also.label}
                  </Link>
                )}
            </Step>
          );
        })}
        <Step
          number={guide.steps.length + 1}
          state={next ? 'later' : 'next'}
          title="See it as shoppers see it"
          text={
            next
              ? 'The last thing to do, when all of this is done.'
              : 'Your shop is set up. This is what shoppers find.'
          }
        >
          {published && (
            <LinkButton
              href={`/garments?shop=${shop.slug}`}
              variant={next ? 'secondary' : 'primary'}
            >
              See your shop
            </LinkButton>
          )}
        </Step>
      </ol>
      {mayHide && <HideGuide finished={!next} />}
    </div>
  );
}

interface StepProps {
  number: number;
  state: 'done' | 'next' | 'later';
  title: string;
  text: string;
  /** Where to go. */
  children?: ReactNode;
}

const stateWords = { done: 'Done', next: 'Next', later: 'Later' } as const;

function Step({ number, state, title, text, children }: StepProps) {
  return (
    <li
      aria-current={state === 'next' ? 'step' : undefined}
      className="grid grid-cols-[2.5rem_minmax(0,1fr)] items-start gap-x-4 gap-y-3 border-b border-line py-5 sm:grid-cols-[2.5rem_minmax(0,1fr)_auto] sm:items-center"
    >
      <span
        className={classNames(
          'grid size-10 place-items-center rounded-full border font-display text-heading tabular-nums',
          state === 'done' && 'border-success bg-success-soft text-success',
          state === 'next' && 'border-accent text-accent',
          state === 'later' && 'border-line text-ink-faint',
        )}
      >
        {state === 'done' ? (
          <Check aria-hidden className="size-5" />
        ) : (
          <span aria-hidden>{number}</span>
        )}
        <span className="sr-only">{stateWords[state]}:</span>
      </span>
      <div className="grid gap-0.5">
        <h2
          className={classNames('font-display text-heading', state === 'later' && 'text-ink-soft')}
        >
          {title}
        </h2>
        <p className="max-w-xl text-sm text-pretty text-ink-soft">{text}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 empty:hidden max-sm:col-start-2 sm:flex-row-reverse">
        {children}
      </div>
    </li>
  );
}
