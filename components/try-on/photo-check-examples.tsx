import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { photoCheckWords } from '#lib/words/photo-check.ts';
import { Figure, SidewaysFigure } from './photo-check-figure.tsx';

/** Parts of the figure's 60 × 80, in the shape of a photo. */
const views = {
  whole: '0 0 60 80',
  toHips: '10.5 3 39 52',
  toKnees: '9 5 42 56',
  toChest: '15 6 24 32',
} as const;

const framed = {
  UPPER_BODY: { right: views.toHips, wrong: views.toChest },
  LOWER_BODY: { right: views.whole, wrong: views.toKnees },
  DRESS: { right: views.whole, wrong: views.toKnees },
} as const satisfies Record<GarmentCategory, { right: string; wrong: string }>;

/** What a photo should look like, and four that make poor looks; drawn, since words are skipped. */
export function PhotoCheckExamples({ category }: { category: GarmentCategory }) {
  const { right, wrong } = framed[category];
  const { example } = photoCheckWords;
  const person = <Figure className="fill-ink-soft" />;
  return (
    <ul aria-label={photoCheckWords.examples} className="mb-3 grid max-w-md grid-cols-5 gap-2">
      <Example good words={example.good} view={right}>
        {person}
      </Example>
      <Example words={example.cutOff} view={wrong}>
        {person}
      </Example>
      <Example words={example.turned} view={right}>
        <SidewaysFigure className="fill-ink-soft" />
      </Example>
      <Example words={example.notAlone} view={views.whole}>
        <g transform="translate(-11 0)">{person}</g>
        <g transform="translate(13 3)">
          <Figure className="fill-ink-faint" />
        </g>
      </Example>
      <Example words={example.tooDark} view={right} dark>
        {person}
      </Example>
    </ul>
  );
}

interface ExampleProps {
  words: string;
  view: string;
  good?: boolean;
  dark?: boolean;
  children: ReactNode;
}

function Example({ words, view, good = false, dark = false, children }: ExampleProps) {
  const Mark = good ? Check : X;
  return (
    <li className="grid grid-cols-1 content-start gap-1 text-label leading-tight text-ink-soft">
      <span className="relative block">
        <svg
          aria-hidden="true"
          viewBox={view}
          className={classNames(
            'block aspect-3/4 w-full rounded-picture border',
            good ? 'border-success' : 'border-line',
          )}
        >
          <rect width="60" height="80" className="fill-sunken" />
          {children}
          {dark && (
            <>
              <rect width="60" height="80" className="fill-veil" />
              <rect width="60" height="80" className="fill-veil" />
            </>
          )}
        </svg>
        <span
          aria-hidden
          className={classNames(
            'absolute right-1 bottom-1 grid size-4.5 place-items-center rounded-full bg-paper [&_svg]:size-3',
            good ? 'text-success' : 'text-danger',
          )}
        >
          <Mark strokeWidth={2.5} />
        </span>
      </span>
      <span className={classNames(good && 'font-medium text-ink')}>
        {!good && <span className="sr-only">{photoCheckWords.poor}</span>}
        {words}
      </span>
    </li>
  );
}
