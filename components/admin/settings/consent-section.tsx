'use client';

import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { fetchNothing, jsonBody } from '#lib/client/fetch-json.ts';
import type { ConsentVersion } from '#lib/contracts/settings.ts';
import { useChange } from '../use-change.ts';
import { UtcTime } from '../utc-time.tsx';

interface ConsentSectionProps {
  current: ConsentVersion;
  /** Those before it, the newest first. */
  earlier: ConsentVersion[];
}

/** The text that shoppers agree to before a photo: the one asked for, and those before it. */
export function ConsentSection({ current, earlier }: ConsentSectionProps) {
  const { busy, errors, run } = useChange();
  const [text, setText] = useState(current.text);
  const [asked, setAsked] = useState(false);

  const write = async () => {
    const body = jsonBody({ text, instead: current.version });
    const done = await run(() => fetchNothing('/api/admin/settings/consent', body));
    setAsked(false);
    if (done) toast.success('Everybody is asked for the new text from now on.');
  };

  return (
    <section aria-labelledby="consent" className="grid max-w-3xl gap-4">
      <SectionHeading id="consent">Consent text</SectionHeading>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          setAsked(true);
        }}
        className="grid justify-items-start gap-4"
      >
        <Field
          label="What shoppers agree to before a photo is taken in"
          hint={<About version={current} />}
          error={errors.text}
          className="w-full"
        >
          {(control) => (
            <Textarea
              rows={6}
              required
              maxLength={2000}
              value={text}
              onChange={(event) => setText(event.target.value)}
              {...control}
            />
          )}
        </Field>
        <Button type="submit" variant="secondary" disabled={busy || text.trim() === current.text}>
          Ask for this text
        </Button>
      </form>
      {earlier.length > 0 && (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm underline-offset-4 hover:underline">
            Earlier versions ({earlier.length})
          </summary>
          <ol className="border-t border-line text-sm">
            {earlier.map((version) => (
              <li key={version.version} className="grid gap-1 border-b border-line py-3">
                <p className="text-label text-ink-soft">
                  <About version={version} />
                </p>
                <p className="text-pretty break-words whitespace-pre-line">{version.text}</p>
              </li>
            ))}
          </ol>
        </details>
      )}
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        title="Ask everybody for the new text?"
        confirmLabel="Ask for this text"
        keepLabel="Not yet"
        danger={false}
        busy={busy}
        onConfirm={() => void write()}
      >
        Every shopper reads and agrees to it before the next photo. Consents that were given stay,
        with the very text that they were given to. A version cannot be changed or removed.
      </ConfirmDialog>
    </section>
  );
}

function About({ version: { version, at, by, given } }: { version: ConsentVersion }) {
  return (
    <>
      Version {version}
      {at ? (
        <>
          , written by {by ?? 'somebody whose account is closed'}, <UtcTime instant={at} />
        </>
      ) : (
        ', which comes with the program'
      )}
      ; agreed to {given} time{given === 1 ? '' : 's'}.
    </>
  );
}
