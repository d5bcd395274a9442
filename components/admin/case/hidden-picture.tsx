'use client';

import { EyeOff } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import type { z } from 'zod';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { casePicture } from '#lib/contracts/review.ts';
import { pictureReasons } from '#lib/domain/review-case.ts';
import { PictureFrame } from './picture-frame.tsx';

interface HiddenPictureProps {
  tryOnId: string;
  which: 'photo' | 'look';
}

const names = { photo: 'Photo', look: 'Look' } as const;

/** A shopper's picture: nothing of it is on the page before an admin has said why, and that is noted. */
export function HiddenPicture({ tryOnId, which }: HiddenPictureProps) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [picture, setPicture] = useState<z.infer<typeof casePicture> | null>(null);

  if (picture) {
    return (
      <PictureFrame name={names[which]}>
        <Picture picture={picture} alt={`The shopper’s ${which}`} fit="whole" priority />
      </PictureFrame>
    );
  }
  return (
    <PictureFrame name={names[which]}>
      <button
        type="button"
        onClick={() => setAsking(true)}
        className="grid aspect-3/4 place-content-center justify-items-center gap-2 rounded-picture border border-dashed border-line-strong bg-sunken p-3 text-sm text-ink-soft hover:border-ink hover:text-ink"
      >
        <EyeOff aria-hidden className="size-5" />
        Show the {which} …
      </button>
      {asking && (
        <ReasonDialog
          tryOnId={tryOnId}
          which={which}
          onClose={() => setAsking(false)}
          onShown={(shown) => {
            setPicture(shown);
            setAsking(false);
            // The timeline tells of it.
            router.refresh();
          }}
        />
      )}
    </PictureFrame>
  );
}

interface ReasonDialogProps extends HiddenPictureProps {
  onClose: () => void;
  onShown: (picture: z.infer<typeof casePicture>) => void;
}

function ReasonDialog({ tryOnId, which, onClose, onShown }: ReasonDialogProps) {
  const formId = useId();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const show = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const path = `/api/admin/cases/${tryOnId}/pictures`;
      onShown(await fetchJson(path, casePicture, jsonBody({ which, reason })));
    } catch (failure) {
      setProblem(sayError(failure));
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      onOpenChange={(stays) => {
        if (!stays) onClose();
      }}
      title={`Why do you need to see the ${which}?`}
      description="It goes into the log with your name, and cannot be taken out. What you write in your own words becomes a note at the case."
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Leave it hidden
          </Button>
          <Button type="submit" form={formId} disabled={busy}>
            Show the {which}
          </Button>
        </>
      }
    >
      <form id={formId} className="grid gap-3" onSubmit={(event) => void show(event)}>
        <Field label="Reason">
          {(control) => (
            <Input
              name="reason"
              required
              minLength={3}
              maxLength={200}
              autoComplete="off"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              {...control}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-2">
          {pictureReasons.map((one) => (
            <Button
              key={one}
              variant="secondary"
              size="small"
              aria-pressed={reason === one}
              onClick={() => setReason(one)}
            >
              {one}
            </Button>
          ))}
        </div>
      </form>
      {problem && (
        <Notice kind="danger" role="alert">
          {problem}
        </Notice>
      )}
    </Dialog>
  );
}
