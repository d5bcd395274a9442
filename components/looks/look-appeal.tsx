import Link from 'next/link';
import { classNames } from '#components/ui/class-names.ts';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { appealWords } from '#lib/words/appeals.ts';
import { lookName } from '#lib/words/garment-name.ts';

/** What became of an objection to a block, on its card. */
export function LookAppeal({ tryOn }: { tryOn: TryOnView }) {
  if (!('appeal' in tryOn) || !tryOn.appeal) return null;
  const { appeal, garment } = tryOn;
  return (
    <div className="grid justify-items-start gap-0.5 border-l-2 border-accent pl-3 text-sm">
      <p className="font-medium">{appealWords.short[appeal.state]}</p>
      {appeal.answer && (
        // The whole of it stands in the room, as long as there is one.
        <p
          className={classNames(
            'break-words whitespace-pre-wrap text-ink-soft',
            garment.inShop && 'line-clamp-4',
          )}
        >
          {appeal.answer}
        </p>
      )}
      {appeal.retry && garment.inShop && (
        <Link
          href={`/garments/${garment.slug}?try-on=${appeal.retry}`}
          aria-label={appealWords.seeNewOf(lookName(tryOn))}
          className="text-link relative z-10 flex min-h-11 items-center"
        >
          {appealWords.seeNew}
        </Link>
      )}
    </div>
  );
}
