import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import type { PhotoReport } from '#lib/client/photo-check/check-photo.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { notLookedFor, photoAdvice, praise } from '#lib/words/photo-advice.ts';
import { photoCheckWords } from '#lib/words/photo-check.ts';
import { uploadProblemText } from '#lib/words/upload-problems.ts';
import type { AnswerToAdvice } from './use-photo-check.ts';

/** More at once is read by nobody; what spoils the look most comes first. */
const MOST_ADVICE = 3;

interface PhotoCheckWordsProps {
  report: PhotoReport;
  answer: AnswerToAdvice;
  category: GarmentCategory;
}

/** What the check found, in plain words; its buttons are not part of it. */
export default function PhotoCheckWords({ report, answer, category }: PhotoCheckWordsProps) {
  switch (report.kind) {
    case 'refused':
      return (
        <Finding mark="refused" title={photoCheckWords.refused}>
          <p>{uploadProblemText(report.code)}</p>
        </Finding>
      );
    case 'unreadable':
      return (
        <Finding mark="unknown" title={photoCheckWords.unreadable}>
          <p>{photoCheckWords.unreadableText}</p>
        </Finding>
      );
    case 'looked_at': {
      const { advice, person } = report.verdict;
      const unseen = person !== 'looked_for' && <p>{notLookedFor(person, category)}</p>;
      if (advice.length === 0) {
        return unseen ? (
          <Finding mark="unknown" title={photoCheckWords.unseen}>
            {unseen}
          </Finding>
        ) : (
          <Finding mark="good" title={photoCheckWords.good}>
            <p>{praise(category)}</p>
          </Finding>
        );
      }
      return (
        <Finding
          mark="advice"
          title={answer === 'given' ? photoCheckWords.usedAsItIs : photoCheckWords.anotherIsBetter}
        >
          <ul className="grid gap-2">
            {advice.slice(0, MOST_ADVICE).map((code) => {
              const { noticed, help } = photoAdvice(code, category);
              return (
                <li key={code}>
                  <span className="font-medium text-ink">{noticed}.</span> {help}
                </li>
              );
            })}
          </ul>
          {unseen}
        </Finding>
      );
    }
  }
}

const marks = {
  good: { icon: CircleCheck, colour: 'text-success' },
  advice: { icon: TriangleAlert, colour: 'text-warning' },
  unknown: { icon: Info, colour: 'text-accent' },
  refused: { icon: CircleX, colour: 'text-danger' },
} as const;

interface FindingProps {
  mark: keyof typeof marks;
  title: string;
  children: ReactNode;
}

function Finding({ mark, title, children }: FindingProps) {
  const { icon: Icon, colour } = marks[mark];
  return (
    <div className="grid animate-fade gap-1.5 text-sm text-pretty text-ink-soft">
      <p className="flex gap-2 font-medium text-ink">
        <Icon aria-hidden className={classNames('mt-px size-5 shrink-0', colour)} />
        {title}
      </p>
      {children}
    </div>
  );
}
