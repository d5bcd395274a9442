import Link from 'next/link';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { RenderDetail } from '#lib/contracts/render.ts';
import { modelLookWords } from '#lib/words/model-looks.ts';
import { figure } from '../import/import-words.ts';
import { useShop } from '../shop-context.tsx';
import { failureWords, reasonWords } from './render-words.ts';

/** What came of a run: its last pictures, and what it could not make. */

type Garment = RenderDetail['newest'][number]['garment'];

const nameOf = ({ title, colour }: Garment) => [title, colour].filter(Boolean).join(', ');

export function NewestPictures({ run: { newest } }: { run: RenderDetail }) {
  const { path } = useShop();
  if (newest.length === 0) return null;
  return (
    <section aria-labelledby="newest" className="grid gap-4">
      <SectionHeading id="newest">Newest pictures</SectionHeading>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-3 xl:grid-cols-4">
        {newest.map(({ position, garment, model, picture }) => (
          <li key={position} className="group relative grid content-start gap-2">
            <Picture
              picture={picture}
              alt={modelLookWords.alt(garment.title, model)}
              sizes="(min-width: 80rem) 16rem, (min-width: 40rem) 30vw, 46vw"
            />
            <p className="text-sm">
              <Link
                href={`${path}/garments/${garment.id}`}
                className="font-medium underline-offset-4 after:absolute after:inset-0 group-hover:underline"
              >
                {nameOf(garment)}
              </Link>
              <span className="block text-label text-ink-soft">on {model}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function FailedList({ run: { failed, counts } }: { run: RenderDetail }) {
  return (
    <Pairs
      id="failed"
      title="Failed"
      count={counts.failed}
      pairs={failed.map((one) => ({ ...one, why: failureWords[one.problem] }))}
    />
  );
}

export function LeftOutList({ run: { leftOut, counts } }: { run: RenderDetail }) {
  return (
    <Pairs
      id="left-out"
      title="Left out"
      count={counts.left_out}
      pairs={leftOut.map((one) => ({
        ...one,
        why: one.reason
          ? `The garment is ${reasonWords[one.reason]} now.`
          : 'The house model is not in use any more.',
      }))}
    />
  );
}

interface PairsProps {
  id: string;
  title: string;
  count: number;
  pairs: { position: number; garment: Garment; model: string; why: string }[];
}

function Pairs({ id, title, count, pairs }: PairsProps) {
  const { path } = useShop();
  if (pairs.length === 0) return null;
  return (
    <section aria-labelledby={id} className="grid">
      <SectionHeading id={id}>{title}</SectionHeading>
      <ul>
        {pairs.map(({ position, garment, model, why }) => (
          <li
            key={position}
            className="grid gap-x-6 border-b border-line py-3 text-sm sm:grid-cols-2"
          >
            <p>
              <Link href={`${path}/garments/${garment.id}`} className="text-link">
                {nameOf(garment)}
              </Link>
              <span className="text-ink-soft"> on {model}</span>
            </p>
            <p className="text-pretty text-ink-soft">{why}</p>
          </li>
        ))}
      </ul>
      {count > pairs.length && (
        <p className="py-3 text-sm text-ink-soft">and {figure(count - pairs.length)} more</p>
      )}
    </section>
  );
}
