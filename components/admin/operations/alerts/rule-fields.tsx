import { Checkbox } from '#components/ui/checkbox.tsx';
import { Input } from '#components/ui/input.tsx';
import { alertMeanings, alertNames } from '#lib/domain/alert-words.ts';
import { type AlertRule, alertRules, ruleKinds } from '#lib/domain/alerts.ts';
import type { AlertDraft, DraftErrors } from './alert-draft.ts';

type RuleDraft = AlertDraft['rules'][AlertRule];

const units: Record<(typeof ruleKinds)[AlertRule]['unit'], string> = {
  percent: '%',
  seconds: 'seconds',
  minutes: 'minutes',
  hours: 'hours',
  dollars: 'US$',
  count: 'on',
};

interface RuleFieldsProps {
  rules: AlertDraft['rules'];
  errors: DraftErrors;
  onChange: (rule: AlertRule, change: Partial<RuleDraft>) => void;
}

/** One line a rule: on or off, from when on, and whether it may wake people. */
export function RuleFields({ rules, errors, onChange }: RuleFieldsProps) {
  return (
    <ul className="grid">
      {alertRules.map((rule) => (
        <RuleLine
          key={rule}
          rule={rule}
          draft={rules[rule]}
          error={errors[`rules.${rule}.threshold`]}
          onChange={(change) => onChange(rule, change)}
        />
      ))}
    </ul>
  );
}

interface RuleLineProps {
  rule: AlertRule;
  draft: RuleDraft;
  error: string | undefined;
  onChange: (change: Partial<RuleDraft>) => void;
}

function RuleLine({ rule, draft, error, onChange }: RuleLineProps) {
  const { beyond, unit } = ruleKinds[rule];
  const errorId = `${rule}-error`;
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-line py-3 md:grid-cols-[minmax(0,1fr)_15rem_9rem] md:items-center">
      <Checkbox
        checked={draft.on}
        onChange={(event) => onChange({ on: event.target.checked })}
        label={
          <>
            <span className="font-medium">{alertNames[rule]}</span>
            <span className="block text-label text-pretty text-ink-soft">
              {alertMeanings[rule]}
            </span>
          </>
        }
      />
      <div className="grid gap-1 max-md:pl-8">
        <span className="flex items-center gap-2 text-sm text-ink-soft">
          <span className="w-11 shrink-0">{beyond}</span>
          <span className="w-24 shrink-0">
            <Input
              aria-label={`${alertNames[rule]}: told ${beyond}, in ${unit}`}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? errorId : undefined}
              inputMode="decimal"
              autoComplete="off"
              value={draft.threshold}
              disabled={!draft.on}
              onChange={(event) => onChange({ threshold: event.target.value })}
              className="text-right tabular-nums"
            />
          </span>
          {units[unit]}
        </span>
        {error && (
          <span id={errorId} className="text-label font-medium text-danger">
            {error}
          </span>
        )}
      </div>
      <Checkbox
        className="max-md:pl-8"
        checked={draft.night}
        disabled={!draft.on}
        onChange={(event) => onChange({ night: event.target.checked })}
        label={
          <>
            Also at night<span className="sr-only">: {alertNames[rule]}</span>
          </>
        }
      />
    </li>
  );
}
