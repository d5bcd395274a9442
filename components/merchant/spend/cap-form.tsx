'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { capsBody } from '#lib/contracts/spend.ts';
import { capWarning, type ShopCaps } from '#lib/domain/shop-caps.ts';
import { useShop } from '../shop-context.tsx';
import { capWords } from './cap-words.ts';
import { type CapTexts, printCaps, readCaps } from './read-caps.ts';
import { count } from './spend-words.ts';

interface CapFormProps {
  caps: ShopCaps;
  used: { month: number; day: number };
}

/** The three caps: an owner changes them, the others read them. */
export function CapForm({ caps, used }: CapFormProps) {
  const { isOwner } = useShop();
  return isOwner ? <OwnersForm caps={caps} used={used} /> : <CapList caps={caps} />;
}

function CapList({ caps }: { caps: ShopCaps }) {
  return (
    <div className="grid gap-5">
      <dl className="grid gap-5">
        {capWords.map(({ name, label, hint }) => (
          <div key={name} className="grid max-w-xl gap-0.5">
            <dt className="text-sm font-medium">{label}</dt>
            <dd>
              <span className="tabular-nums">{printCap(caps[name])}</span>
              <span className="block text-label text-pretty text-ink-soft">{hint}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-label text-ink-soft">Only an owner of the shop changes them.</p>
    </div>
  );
}

const printCap = (cap: number | null) => (cap === null ? 'No cap' : count(cap));

function OwnersForm({ caps, used }: CapFormProps) {
  const { api } = useShop();
  const router = useRouter();
  const [texts, setTexts] = useState(() => printCaps(caps));
  const [errors, setErrors] = useState<Partial<CapTexts>>({});
  const [asked, setAsked] = useState<ShopCaps | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async (next: ShopCaps) => {
    setBusy(true);
    try {
      const saved = await fetchJson(`${api}/caps`, capsBody, {
        ...jsonBody(next),
        method: 'PUT',
      });
      setTexts(printCaps(saved));
      toast.success('The caps are set. They hold from now on.');
      router.refresh();
    } catch (error) {
      toast.error(sayError(error));
    } finally {
      setBusy(false);
      setAsked(null);
    }
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const read = readCaps(texts);
    setErrors('errors' in read ? read.errors : {});
    if ('errors' in read) return;
    if (endsNow(caps, read.caps, used)) setAsked(read.caps);
    else void save(read.caps);
  };

  return (
    <form noValidate aria-label="Caps" onSubmit={submit} className="grid max-w-xl gap-6">
      {capWords.map(({ name, label, hint }) => (
        <Field key={name} label={label} hint={hint} error={errors[name]}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              autoComplete="off"
              placeholder="No cap"
              value={texts[name]}
              onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
              className="max-w-40"
            />
          )}
        </Field>
      ))}
      <Button type="submit" disabled={busy} className="justify-self-start">
        {busy ? 'Saving …' : 'Set the caps'}
      </Button>
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title="Stop new try-ons now?"
        confirmLabel="Set the caps"
        keepLabel="Go back"
        busy={busy}
        onConfirm={() => asked && void save(asked)}
      >
        {asked && stopWords(asked, used)}
      </ConfirmDialog>
    </form>
  );
}

/** Whether there would be none left at once, where there are some now. */
const endsNow = (before: ShopCaps, after: ShopCaps, used: CapFormProps['used']): boolean =>
  capWarning(after, used)?.percent === 100 &&
  (before.monthlyTryOns !== after.monthlyTryOns || before.dailyTryOns !== after.dailyTryOns);

function stopWords(caps: ShopCaps, used: CapFormProps['used']): string {
  return capWarning(caps, used)?.cap === 'month'
    ? `${count(used.month)} were asked for this month already. Shoppers get no more until the month is over.`
    : `${count(used.day)} were asked for in the last 24 hours already. Shoppers get no more until enough of them are a day old.`;
}
