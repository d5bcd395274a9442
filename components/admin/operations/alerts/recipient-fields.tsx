import { Field } from '#components/ui/field.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Input } from '#components/ui/input.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import type { AlertSettingsView } from '#lib/contracts/alerts.ts';
import type { AlertDraft, DraftErrors } from './alert-draft.ts';
import { TryChannel } from './try-channel.tsx';
import { WebhookSecret } from './webhook-secret.tsx';

interface RecipientFieldsProps {
  draft: AlertDraft;
  saved: AlertSettingsView;
  /** Something is not saved yet; what is tried out is what is saved. */
  dirty: boolean;
  errors: DraftErrors;
  onChange: (part: Partial<AlertDraft>) => void;
}

/** Who is told, and by which way. */
export function RecipientFields({ draft, saved, dirty, errors, onChange }: RecipientFieldsProps) {
  const unsaved = dirty ? 'Save first: what is saved is tried out.' : null;
  return (
    <section aria-labelledby="who" className="grid gap-5">
      <SectionHeading id="who">Who is told</SectionHeading>
      {!saved.mailIsConfigured && (
        <Notice kind="warning" title="No mail can go out">
          SMTP_URL is not set, so nobody can be written to. A webhook works all the same.
        </Notice>
      )}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <div className="grid content-start gap-4">
          <Field label="By mail" optional hint="Addresses, one a line." error={errors.recipients}>
            {(control) => (
              <Textarea
                {...control}
                rows={3}
                spellCheck={false}
                autoComplete="off"
                value={draft.recipients}
                onChange={(event) => onChange({ recipients: event.target.value })}
              />
            )}
          </Field>
          <TryChannel
            channel="mail"
            cannot={
              (!saved.mailIsConfigured && 'There is no mail server to try.') ||
              unsaved ||
              (saved.recipients.length === 0 && 'There is no address to try.') ||
              null
            }
          />
        </div>
        <div className="grid content-start gap-4">
          <Field
            label="By webhook"
            optional
            hint="Gets a POST with JSON: rule, state (firing or resolved), value, threshold, since, link."
            error={errors.webhook}
          >
            {(control) => (
              <Input
                {...control}
                type="url"
                spellCheck={false}
                autoComplete="off"
                placeholder="https://"
                value={draft.webhook}
                onChange={(event) => onChange({ webhook: event.target.value })}
              />
            )}
          </Field>
          <TryChannel
            channel="webhook"
            cannot={unsaved || (saved.webhook === null ? 'There is no address to try.' : null)}
          />
          <WebhookSecret has={saved.hasSecret} />
        </div>
      </div>
    </section>
  );
}
