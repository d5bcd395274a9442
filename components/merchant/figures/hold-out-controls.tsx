'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { fetchNothing, jsonBody } from '#lib/client/fetch-json.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { holdOutShares } from '#lib/domain/hold-out.ts';
import { useShop } from '../shop-context.tsx';

/** @property running percent of the experiment that runs; 0 for none. */
export function HoldOutControls({ running }: { running: number }) {
  const { isOwner, api } = useShop();
  const router = useRouter();
  const [chosen, setChosen] = useState(running || 10);
  const [ending, setEnding] = useState(false);
  const [pending, startTransition] = useTransition();
  // State comes a render too late for the second click of a double click.
  const locked = useRef(false);

  const set = async (percent: number, said: string) => {
    if (locked.current) return;
    locked.current = true;
    try {
      await fetchNothing(`${api}/hold-out`, { ...jsonBody({ percent }), method: 'PUT' });
      toast.success(said);
      startTransition(() => router.refresh());
    } catch (error) {
      toast.error(sayError(error));
    } finally {
      locked.current = false;
      setEnding(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void set(chosen, `From now on ${chosen} % of new visitors do not see “Try it on”.`);
  };

  if (!isOwner) {
    return (
      <p className="text-sm text-ink-soft">
        An owner of the shop can {running ? 'change or end' : 'begin'} it.
      </p>
    );
  }
  return (
    <div className="grid gap-3">
      <form aria-label="Experiment" onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <Field label="Visitors without “Try it on”" className="w-56">
          {(control) => (
            <Select
              {...control}
              value={chosen}
              onChange={(event) => setChosen(Number(event.target.value))}
            >
              {[...new Set([...holdOutShares, chosen])].map((share) => (
                <option key={share} value={share}>
                  {share} %
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit" disabled={pending || chosen === running}>
          {running ? 'Begin anew with this share' : 'Begin the experiment'}
        </Button>
        {running > 0 && (
          <Button variant="quiet" disabled={pending} onClick={() => setEnding(true)}>
            End it
          </Button>
        )}
      </form>
      <p className="max-w-2xl text-sm text-pretty text-ink-soft">
        The larger the share, the sooner you know, and the more sales it may cost meanwhile. Decide
        before how many whole weeks it shall run: whoever looks every day and stops at the first
        good one finds differences that are not there. People with an account, and those who have
        tried something of yours on, always see the button and are not in it.
      </p>
      <ConfirmDialog
        open={ending}
        onOpenChange={setEnding}
        title="End the experiment?"
        confirmLabel="End it"
        danger={false}
        busy={pending}
        onConfirm={() => void set(0, 'Everybody sees “Try it on” again.')}
      >
        Everybody sees “Try it on” again. What was found stays here; it cannot be taken up again
        later, only begun anew.
      </ConfirmDialog>
    </div>
  );
}
