'use client';

import { type FormEvent, useId, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import { type RulePreview, ruleChanged, rulePreview } from '#lib/contracts/classifier.ts';
import { type FiledClass, filedClasses } from '#lib/domain/text-rules.ts';
import { classWords } from '../review-words.ts';
import { useChange } from '../use-change.ts';
import { casesWords, classMeanings, followers } from './classifier-words.ts';
import { PreviewPanel } from './preview-panel.tsx';

interface FileDialogProps {
  /** The words to begin with. */
  words: string;
  onClose: () => void;
}

/** Files words under a class; what that changes is shown before it is done. */
export function FileDialog({ words, onClose }: FileDialogProps) {
  const formId = useId();
  const { busy, errors, run, clearErrors } = useChange();
  const [phrase, setPhrase] = useState(words);
  const [errorClass, setErrorClass] = useState<FiledClass | ''>('');
  const [note, setNote] = useState('');
  const [preview, setPreview] = useState<RulePreview | null>(null);

  /** What was shown is not of these words any more. */
  const changing = (change: () => void) => {
    change();
    setPreview(null);
    clearErrors();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!preview) {
      await run(async () => {
        const init = jsonBody({ phrase, errorClass });
        setPreview(await fetchJson('/api/admin/classifier/preview', rulePreview, init));
      });
      return;
    }
    const done = await run(async () => {
      const init = jsonBody({ phrase, errorClass, note });
      const { changed, more } = await fetchJson('/api/admin/classifier/rules', ruleChanged, init);
      toast.success(
        more
          ? `Filed. ${casesWords(changed)} followed; the others follow in the background.`
          : `Filed. ${casesWords(changed)} followed.`,
      );
    });
    if (done) onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="File the provider’s words"
      description="Whatever contains them is filed under this class: open cases now, and every answer from now on."
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} disabled={busy}>
            {preview ? `File (${casesWords(followers(preview))} to follow)` : 'Show what changes'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} className="grid gap-4">
        <Field
          label="Words"
          hint="Shorten them to what all of a kind have in common. “#” stands for any number or id, “…” for any address."
          error={errors.phrase}
        >
          {(control) => (
            <Textarea
              required
              rows={3}
              maxLength={300}
              value={phrase}
              onChange={(event) => changing(() => setPhrase(event.target.value))}
              {...control}
            />
          )}
        </Field>
        <Field
          label="Class"
          hint={errorClass && classMeanings[errorClass]}
          error={errors.errorClass}
        >
          {(control) => (
            <Select
              required
              value={errorClass}
              onChange={(event) =>
                changing(() => setErrorClass(event.target.value as FiledClass | ''))
              }
              {...control}
            >
              <option value="">Choose</option>
              {filedClasses.map((one) => (
                <option key={one} value={one}>
                  {classWords[one]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Note" optional hint="Other admins read this." error={errors.note}>
          {(control) => (
            <Input
              maxLength={300}
              value={note}
              onChange={(event) => setNote(event.target.value)}
              {...control}
            />
          )}
        </Field>
      </form>
      <div aria-live="polite">{preview && <PreviewPanel preview={preview} />}</div>
    </Dialog>
  );
}
