'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import type { BulkChange } from '#lib/contracts/garment-table.ts';
import { MAX_TAG } from '#lib/domain/garment-table.ts';

interface TagsDialogProps {
  count: number;
  known: string[];
  onClose: () => void;
  onChange: (change: BulkChange) => void;
}

/** Tags to add and tags to take away, separated by commas. */
export function TagsDialog({ count, known, onClose, onChange }: TagsDialogProps) {
  const listId = useId();
  const [add, setAdd] = useState('');
  const [remove, setRemove] = useState('');
  const [error, setError] = useState<string | null>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const change = { kind: 'tags', add: tagsOf(add), remove: tagsOf(remove) } as const;
    const tags = [...change.add, ...change.remove];
    if (tags.length === 0) setError('Write at least one tag.');
    else if (tags.some((tag) => tag.length > MAX_TAG)) {
      setError(`A tag has at most ${MAX_TAG} characters.`);
    } else if (change.add.length > 20 || change.remove.length > 20) {
      setError('20 tags at once at most.');
    } else onChange(change);
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={count === 1 ? 'Tags of 1 garment' : `Tags of ${count} garments`}
      description="Separate several with commas. You can undo this."
    >
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Add" error={error}>
          {(control) => (
            <Input
              {...control}
              list={listId}
              autoComplete="off"
              value={add}
              onChange={(event) => setAdd(event.target.value)}
            />
          )}
        </Field>
        <Field label="Take away">
          {(control) => (
            <Input
              {...control}
              list={listId}
              autoComplete="off"
              value={remove}
              onChange={(event) => setRemove(event.target.value)}
            />
          )}
        </Field>
        <datalist id={listId}>
          {known.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
        <div className="flex justify-end gap-2">
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Change tags</Button>
        </div>
      </form>
    </Dialog>
  );
}

const tagsOf = (text: string) => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];
