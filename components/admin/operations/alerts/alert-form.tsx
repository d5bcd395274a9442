'use client';

import { type FormEvent, useMemo, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Input } from '#components/ui/input.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { type AlertSettingsView, alertSettingsView } from '#lib/contracts/alerts.ts';
import { type AlertDraft, type DraftErrors, draftOf, readDraft } from './alert-draft.ts';
import { QuietFields } from './quiet-fields.tsx';
import { RecipientFields } from './recipient-fields.tsx';
import { RuleFields } from './rule-fields.tsx';

interface AlertFormProps {
  initial: AlertSettingsView;
  zones: readonly string[];
}

/** When somebody is told, who, and when not. */
export function AlertForm({ initial, zones }: AlertFormProps) {
  const [saved, setSaved] = useState(initial);
  const [draft, setDraft] = useState(() => draftOf(initial, 'UTC'));
  const [errors, setErrors] = useState<DraftErrors>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const dirty = useMemo(
    () => JSON.stringify(draft) !== JSON.stringify(draftOf(saved, 'UTC')),
    [draft, saved],
  );
  const change = (part: Partial<AlertDraft>) => setDraft((before) => ({ ...before, ...part }));

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setProblem(null);
    const read = readDraft(draft, saved.version);
    setErrors('errors' in read ? read.errors : {});
    if ('errors' in read) {
      setProblem('Some fields cannot be saved as they are: see what is said beside them.');
      return;
    }
    setBusy(true);
    try {
      const put = { ...jsonBody(read.settings), method: 'PUT' };
      const next = await fetchJson('/api/admin/operations/alerts', alertSettingsView, put);
      setSaved(next);
      setDraft(draftOf(next, 'UTC'));
      toast.success('The alerts are set. They hold from the next minute on.');
    } catch (failure) {
      setProblem(sayError(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      noValidate
      aria-label="Alerts"
      onSubmit={(event) => void save(event)}
      className="grid gap-10"
    >
      <section aria-labelledby="rules" className="grid gap-2">
        <SectionHeading id="rules">What is told</SectionHeading>
        <RuleFields
          rules={draft.rules}
          errors={errors}
          onChange={(rule, part) =>
            change({ rules: { ...draft.rules, [rule]: { ...draft.rules[rule], ...part } } })
          }
        />
        <Field
          className="mt-3 max-w-xl"
          label="Least try-ons for a success rate"
          hint="With fewer in the hour, a rate says nothing, and the rule stays as it was."
          error={errors.leastTryOns}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              autoComplete="off"
              value={draft.leastTryOns}
              onChange={(event) => change({ leastTryOns: event.target.value })}
              className="max-w-32"
            />
          )}
        </Field>
      </section>
      <RecipientFields
        draft={draft}
        saved={saved}
        dirty={dirty}
        errors={errors}
        onChange={change}
      />
      <section aria-labelledby="when" className="grid gap-5">
        <SectionHeading id="when">When</SectionHeading>
        <Field
          className="max-w-xl"
          label="Told again after so many hours"
          hint="As long as it is on. Its end is told once."
          error={errors.repeatHours}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              autoComplete="off"
              value={draft.repeatHours}
              onChange={(event) => change({ repeatHours: event.target.value })}
              className="max-w-32"
            />
          )}
        </Field>
        <QuietFields
          on={draft.quietOn}
          quiet={draft.quiet}
          zones={zones}
          errors={errors}
          onSwitch={(quietOn) => change({ quietOn })}
          onChange={(part) => change({ quiet: { ...draft.quiet, ...part } })}
        />
      </section>
      <div className="tall:sticky tall:bottom-0 z-10 -mx-3 grid gap-3 border-t border-line bg-paper px-3 py-4">
        {problem && (
          <Notice kind="danger" role="alert">
            {problem}
          </Notice>
        )}
        <Button type="submit" disabled={busy || !dirty} className="justify-self-start">
          {busy ? 'Saving …' : 'Save the alerts'}
        </Button>
      </div>
    </form>
  );
}
