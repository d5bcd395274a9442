'use client';

import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Input } from '#components/ui/input.tsx';
import { fetchNothing, jsonBody } from '#lib/client/fetch-json.ts';
import { guidanceRange, stepsRange } from '#lib/domain/parameters.ts';
import { type Retention, retentionRanges } from '#lib/domain/retention.ts';
import type { Settings } from '#lib/domain/settings.ts';
import { readNumber } from '../read-number.ts';
import { useChange } from '../use-change.ts';

/** Each figure: where it stands in the settings, and what it does. */
const parameterFields = [
  {
    name: 'steps',
    label: 'Steps',
    hint: `From ${stepsRange.min} to ${stepsRange.max}. More take longer and may be finer.`,
  },
  {
    name: 'guidance',
    label: 'Guidance',
    hint: `From ${guidanceRange.min} to ${guidanceRange.max}. Higher keeps closer to the garment.`,
  },
] as const;
const allowanceFields = [
  { name: 'guest', label: 'A guest', hint: 'In any 24 hours, in all shops together.' },
  {
    name: 'account',
    label: 'An account',
    hint: 'The same, for shoppers with an account. Who has an allowance of their own keeps it.',
  },
] as const;

const days = ({ min, max }: { min: number; max: number }) => `From ${min} to ${max} days.`;
const retentionFields = [
  {
    name: 'photoDays',
    label: 'A photo, days after its last use',
    hint: days(retentionRanges.photoDays),
  },
  {
    name: 'lookDays',
    label: 'A look, days after it was made',
    hint: days(retentionRanges.lookDays),
  },
  {
    name: 'guestDays',
    label: 'All of a guest, days after the last visit',
    hint: days(retentionRanges.guestDays),
  },
  {
    name: 'providerTextDays',
    label: 'The provider’s words, days after the end of a try-on',
    hint: days(retentionRanges.providerTextDays),
  },
] as const;

type Name = 'steps' | 'guidance' | 'guest' | 'account' | keyof Retention;

/** Read anew with each version of the settings (`key`). */
export function SettingsForm({ settings }: { settings: Settings }) {
  const { busy, errors, run } = useChange();
  const [texts, setTexts] = useState<Record<Name, string>>(() => ({
    steps: String(settings.parameters.steps),
    guidance: String(settings.parameters.guidance),
    guest: String(settings.dailyTryOns.guest),
    account: String(settings.dailyTryOns.account),
    photoDays: String(settings.retention.photoDays),
    lookDays: String(settings.retention.lookDays),
    guestDays: String(settings.retention.guestDays),
    providerTextDays: String(settings.retention.providerTextDays),
  }));
  const [asked, setAsked] = useState<'pictures' | 'retention' | null>(null);

  const read = {
    parameters: { steps: readNumber(texts.steps), guidance: readNumber(texts.guidance) },
    dailyTryOns: { guest: readNumber(texts.guest), account: readNumber(texts.account) },
    retention: {
      photoDays: readNumber(texts.photoDays),
      lookDays: readNumber(texts.lookDays),
      guestDays: readNumber(texts.guestDays),
      providerTextDays: readNumber(texts.providerTextDays),
    },
  };
  const shorter = retentionFields.some(
    ({ name }) => Number(read.retention[name]) < settings.retention[name],
  );
  const newPictures =
    read.parameters.steps !== settings.parameters.steps ||
    read.parameters.guidance !== settings.parameters.guidance;

  const save = async () => {
    const done = await run(() =>
      fetchNothing('/api/admin/settings', {
        ...jsonBody({ settings: read, instead: settings }),
        method: 'PUT',
      }),
    );
    setAsked(null);
    if (done) toast.success('Saved. It holds everywhere within a few seconds.');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (newPictures) setAsked('pictures');
    else if (shorter) setAsked('retention');
    else void save();
  };
  const field = ({ name, label, hint }: { name: Name; label: string; hint: string }) => (
    <Field
      key={name}
      label={label}
      hint={hint}
      error={
        errors[`settings.parameters.${name}`] ??
        errors[`settings.dailyTryOns.${name}`] ??
        errors[`settings.retention.${name}`]
      }
    >
      {(control) => (
        <Input
          inputMode="decimal"
          required
          value={texts[name]}
          onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
          {...control}
        />
      )}
    </Field>
  );

  return (
    <form onSubmit={submit} className="grid max-w-3xl gap-10">
      <section aria-labelledby="parameters" className="grid gap-4">
        <SectionHeading id="parameters">Try-ons without parameters of their own</SectionHeading>
        <div className="grid gap-4 sm:grid-cols-2">{parameterFields.map(field)}</div>
        <p className="text-sm text-pretty text-ink-soft">
          A picture that somebody has had made serves all who ask for the same with the same
          parameters. With others every picture is made, and paid for, once more; what shops have
          made on house models stays on their pages.
        </p>
      </section>
      <section aria-labelledby="allowances" className="grid gap-4">
        <SectionHeading id="allowances">Try-ons in a day</SectionHeading>
        <div className="grid gap-4 sm:grid-cols-2">{allowanceFields.map(field)}</div>
      </section>
      <section aria-labelledby="retention" className="grid gap-4">
        <SectionHeading id="retention">How long things are kept</SectionHeading>
        <div className="grid items-start gap-4 sm:grid-cols-2">{retentionFields.map(field)}</div>
        <p className="text-sm text-pretty text-ink-soft">
          What has reached its date is deleted within the hour, and for good. The date stands on
          each photo and look, and the days on the page about privacy.
        </p>
      </section>
      <div>
        <Button type="submit" disabled={busy}>
          Save the settings
        </Button>
      </div>
      <ConfirmDialog
        open={asked === 'retention'}
        onOpenChange={(open) => !open && setAsked(null)}
        title="Keep things for a shorter time?"
        confirmLabel="Save the settings"
        keepLabel="Leave them"
        busy={busy}
        onConfirm={() => void save()}
      >
        What is older than that is deleted within the hour. Nobody can bring it back.
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'pictures'}
        onOpenChange={(open) => !open && setAsked(null)}
        title="Have all pictures made anew?"
        confirmLabel="Save the settings"
        keepLabel="Leave them"
        danger={false}
        busy={busy}
        onConfirm={() => void save()}
      >
        Try-ons with the new parameters cannot use the pictures that there are. Each is made and
        paid for once more when somebody asks for it.
        {shorter && ' What is older than the new days is deleted within the hour, for good.'}
      </ConfirmDialog>
    </form>
  );
}
