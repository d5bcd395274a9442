'use client';

import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { fetchNothing } from '#lib/client/fetch-json.ts';
import { sayError } from '#lib/client/problem-error.ts';
import type { CaseDetail } from '#lib/contracts/review.ts';
import { NOTE_LENGTH } from '#lib/domain/case-decision.ts';
import { UtcTime } from '../utc-time.tsx';

interface CaseNotesProps {
  detail: CaseDetail;
  busy: boolean;
  /** True when it was kept. */
  onComment: (text: string) => Promise<boolean>;
  onRemoved: () => void;
}

/** What admins tell each other about the case. */
export function CaseNotes({ detail, busy, onComment, onRemoved }: CaseNotesProps) {
  const [text, setText] = useState('');
  const comment = async (event: FormEvent) => {
    event.preventDefault();
    // What could not be kept stays in the field.
    if (text.trim() && (await onComment(text.trim()))) setText('');
  };
  const remove = async (id: string) => {
    try {
      await fetchNothing(`/api/admin/cases/${detail.tryOnId}/notes/${id}`, { method: 'DELETE' });
      toast('Comment removed.');
    } catch (problem) {
      toast.error(sayError(problem));
    }
    onRemoved();
  };
  return (
    <section aria-label="Comments" className="grid gap-3 border-t border-line pt-4">
      {detail.notes.length > 0 && (
        <ul className="grid gap-3">
          {detail.notes.map(({ id, by, at, mine, text: words }) => (
            <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2 text-sm">
              <div className="grid gap-0.5">
                <p className="break-words whitespace-pre-wrap">{words}</p>
                <p className="text-label text-ink-soft">
                  {by}, <UtcTime instant={at} />
                </p>
              </div>
              {mine && (
                <Button
                  variant="quiet"
                  size="small"
                  aria-label="Remove this comment"
                  className="-mt-1.5 w-9 px-0 text-ink-soft pointer-coarse:w-11"
                  onClick={() => void remove(id)}
                >
                  <Trash2 aria-hidden />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <form className="grid justify-items-start gap-2" onSubmit={(event) => void comment(event)}>
        <Field label="Comment" hint="Admins alone read this." className="w-full">
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={NOTE_LENGTH}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <Button type="submit" variant="secondary" size="small" disabled={busy || !text.trim()}>
          Add the comment
        </Button>
      </form>
    </section>
  );
}
