import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { EditableGarment } from '#lib/contracts/garment-edit.ts';
import { fieldList, fieldName } from './field-names.ts';
import type { DraftField, GarmentDraft } from './garment-draft.ts';
import type { Taken } from './use-garment-editor.ts';
import { valueWords } from './value-words.ts';

type ChangedBy = EditableGarment['changedBy'];

export const whoSaid = (by: ChangedBy): string =>
  by?.isYou ? 'You, in another window,' : (by?.name ?? 'Somebody else');

/** The other side was there first, and nothing of one's own was in the way. */
export function TakenNotice({ taken, onClose }: { taken: Taken; onClose: () => void }) {
  return (
    <Notice
      kind="info"
      role="status"
      // Wherever on the page somebody is writing.
      className="tall:sticky tall:top-20 z-20"
      title={`${whoSaid(taken.by)} changed this garment meanwhile`}
      actions={
        <Button variant="secondary" size="small" onClick={onClose}>
          Good
        </Button>
      }
    >
      You see the newer version of {fieldList(taken.fields)}. What you have written stays.
    </Notice>
  );
}

interface DisputesProps {
  fields: DraftField[];
  mine: GarmentDraft;
  theirs: GarmentDraft;
  by: ChangedBy;
  onChoose: (field: DraftField, whose: 'mine' | 'theirs') => void;
}

/** Both sides have changed the same: a person chooses, field by field. */
export function Disputes({ fields, mine, theirs, by, onChoose }: DisputesProps) {
  const who = by?.isYou ? 'the other window' : (by?.name ?? 'the other');
  const chooseAll = (whose: 'mine' | 'theirs') => {
    for (const field of fields) onChoose(field, whose);
  };
  return (
    <Notice
      kind="warning"
      role="alert"
      title={`${whoSaid(by)} changed this garment meanwhile`}
      actions={
        fields.length > 1 && (
          <>
            <Button variant="secondary" size="small" onClick={() => chooseAll('mine')}>
              Keep all of mine
            </Button>
            <Button variant="secondary" size="small" onClick={() => chooseAll('theirs')}>
              Take all of {who}’s
            </Button>
          </>
        )
      }
    >
      <p>Everything else is saved. Which of these is right?</p>
      <ul data-disputes className="mt-3 grid w-xl max-w-full gap-4">
        {fields.map((field) => (
          <li key={field} className="grid gap-2 border-t border-line pt-3 sm:grid-cols-2 sm:gap-4">
            <h3 className="font-semibold sm:col-span-2">{fieldName(field)}</h3>
            <Version label="Yours" words={valueWords(field, mine)}>
              <Button
                size="small"
                variant="secondary"
                aria-label={`Keep mine: ${fieldName(field)}`}
                onClick={() => onChoose(field, 'mine')}
              >
                Keep mine
              </Button>
            </Version>
            <Version
              label={by?.isYou ? 'In the other window' : `${by?.name ?? 'Somebody else'}’s`}
              words={valueWords(field, theirs)}
            >
              <Button
                size="small"
                variant="secondary"
                aria-label={`Take this: ${fieldName(field)}`}
                onClick={() => onChoose(field, 'theirs')}
              >
                Take this
              </Button>
            </Version>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface VersionProps {
  label: string;
  words: string;
  children: React.ReactNode;
}

function Version({ label, words, children }: VersionProps) {
  return (
    <div className="grid content-start justify-items-start gap-1.5">
      <p className="text-label text-ink-soft">{label}</p>
      <p className="max-h-40 w-full overflow-y-auto wrap-anywhere whitespace-pre-line">{words}</p>
      {children}
    </div>
  );
}
