'use client';

import { X } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { garmentLimits } from '#lib/contracts/garment-edit.ts';

/** A new chip moves what is below it, so it waits for the click that took the focus away. */
const CLICK_MS = 250;

interface TagsFieldProps {
  tags: string[];
  onChange: (tags: string[]) => void;
  error: string | undefined;
}

/** Tags as chips. Enter, a comma or leaving the field makes one of what was typed. */
export function TagsField({ tags, onChange, error }: TagsFieldProps) {
  const [text, setText] = useState('');
  const [said, say] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);

  const add = (written: string) => {
    const known = new Set(tags.map((tag) => tag.toLowerCase()));
    const added: string[] = [];
    for (const part of written.split(/[,;\n\t]/)) {
      const tag = part.trim().slice(0, garmentLimits.tag);
      if (tag === '' || known.has(tag.toLowerCase())) continue;
      known.add(tag.toLowerCase());
      added.push(tag);
    }
    setText('');
    if (added.length === 0) return;
    onChange([...tags, ...added]);
    say(`Added ${added.join(', ')}.`);
  };

  const remove = (tag: string) => {
    onChange(tags.filter((one) => one !== tag));
    say(`Removed ${tag}.`);
    // What had the focus is gone.
    input.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const last = tags.at(-1);
    // While a word is being composed, Enter takes it over and does no more.
    if ((event.key === 'Enter' || event.key === ',') && !event.nativeEvent.isComposing) {
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '' && last !== undefined) {
      event.preventDefault();
      remove(last);
    }
  };

  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text');
    if (!/[,;\n\t]/.test(pasted)) return;
    event.preventDefault();
    add(`${text}${pasted}`);
  };

  return (
    <Field
      label="Tags"
      optional
      hint="For your own searches. Enter or a comma makes a tag."
      error={error}
    >
      {(control) => (
        <div className="grid gap-2">
          {tags.length > 0 && (
            <ul aria-label="Tags of this garment" className="flex flex-wrap gap-1.5">
              {tags.map((tag) => (
                <li
                  key={tag}
                  className="flex max-w-full items-center rounded-control bg-sunken pl-2.5 text-sm"
                >
                  <span className="min-w-0 truncate">{tag}</span>
                  <button
                    type="button"
                    aria-label={`Remove the tag ${tag}`}
                    onClick={() => remove(tag)}
                    className="grid size-8 shrink-0 place-items-center text-ink-soft hover:text-ink pointer-coarse:size-11"
                  >
                    <X aria-hidden className="size-3.5" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <Input
            {...control}
            ref={input}
            autoComplete="off"
            enterKeyHint="done"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onFocus={() => clearTimeout(leaving.current)}
            onBlur={() => {
              leaving.current = setTimeout(() => add(text), CLICK_MS);
            }}
          />
          <p role="status" className="sr-only">
            {said}
          </p>
        </div>
      )}
    </Field>
  );
}
