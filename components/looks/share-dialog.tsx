'use client';

import { Share2 } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { LinkToCopy } from '#components/ui/link-to-copy.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import { shareLook } from '#lib/client/share-look.ts';
import { shareDays } from '#lib/domain/share-link.ts';
import { shareWords } from '#lib/words/share.ts';

interface ShareDialogProps {
  tryOnId: string;
  onClose: () => void;
}

type Shared = Awaited<ReturnType<typeof shareLook>>;

export default function ShareDialog({ tryOnId, onClose }: ShareDialogProps) {
  const formId = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [link, setLink] = useState<Shared | null>(null);

  const make = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget).get('days');
    const days = shareDays.find((one) => String(one) === chosen);
    if (busy || !days) return;
    setBusy(true);
    setProblem(null);
    try {
      setLink(await shareLook(tryOnId, days));
    } catch (failure) {
      setProblem(sayError(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      onOpenChange={(stays) => {
        if (!stays) onClose();
      }}
      title={shareWords.title}
      description={shareWords.text}
      actions={
        link ? (
          <Button onClick={onClose}>{shareWords.done}</Button>
        ) : (
          <>
            <Button variant="secondary" onClick={onClose}>
              {shareWords.leave}
            </Button>
            <Button type="submit" form={formId} disabled={busy}>
              {shareWords.make}
            </Button>
          </>
        )
      }
    >
      {link ? (
        <LinkToCopy
          title={shareWords.ready}
          link={link.url}
          actions={typeof navigator.share === 'function' && <Send url={link.url} />}
        >
          {shareWords.until(link.expiresAt)}
        </LinkToCopy>
      ) : (
        <form id={formId} onSubmit={(event) => void make(event)}>
          <fieldset className="grid grid-cols-3 gap-2">
            <legend className="pb-1 text-sm font-medium">{shareWords.howLong}</legend>
            {shareDays.map((days) => (
              <label key={days} className="flex min-h-11 items-center gap-2 text-sm">
                <input
                  type="radio"
                  name="days"
                  value={days}
                  required
                  defaultChecked={days === 7}
                  className="size-5 shrink-0 accent-accent"
                />
                {shareWords.days[days]}
              </label>
            ))}
          </fieldset>
        </form>
      )}
      {problem && (
        <Notice kind="danger" role="alert">
          {problem}
        </Notice>
      )}
    </Dialog>
  );
}

/** Through the device's own sheet. Whoever closes it has only changed their mind. */
function Send({ url }: { url: string }) {
  return (
    <Button
      variant="secondary"
      size="small"
      onClick={() => void navigator.share({ url, text: shareWords.message }).catch(() => {})}
    >
      <Share2 aria-hidden /> {shareWords.send}
    </Button>
  );
}
