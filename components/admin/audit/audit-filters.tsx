import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Select } from '#components/ui/select.tsx';
import type { AuditQuery } from '#lib/domain/audit-query.ts';

/** The parts of an action before the dot, and what they are about. */
const areas: readonly [value: string, name: string][] = [
  ['try-on', 'Try-ons'],
  ['case', 'Cases'],
  ['appeal', 'Appeals'],
  ['text-rule', 'Classifier'],
  ['sending', 'Sending'],
  ['person', 'People'],
  ['shop', 'Shops'],
  ['team', 'Teams'],
  ['garment', 'Garments, one by one'],
  ['garments', 'Garments in bulk'],
  ['import', 'Imports'],
  ['render', 'Pictures on house models'],
  ['hold-out', 'Experiments'],
  ['settings', 'Settings'],
  ['consent-text', 'Consent text'],
];

/** A plain form whose answers stand in the address: it can be sent, and works without a script. */
export function AuditFilters({ query }: { query: AuditQuery }) {
  const known = !query.action || areas.some(([value]) => value === query.action);
  return (
    <form action="/admin/audit" className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      <Field label="Who" hint="Mail address or id">
        {(control) => <Input name="actor" defaultValue={query.actor} {...control} />}
      </Field>
      <Field label="About">
        {(control) => (
          <Select name="action" defaultValue={query.action ?? ''} {...control}>
            <option value="">Everything</option>
            {!known && <option value={query.action}>{query.action}</option>}
            {areas.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Id" hint="Of an entry, of who did it, or of what it was done to">
        {(control) => <Input name="id" defaultValue={query.id} {...control} />}
      </Field>
      <Field label="Shop" hint="As in its address">
        {(control) => <Input name="shop" defaultValue={query.shop} {...control} />}
      </Field>
      <Field label="From">
        {(control) => <Input type="date" name="from" defaultValue={query.from} {...control} />}
      </Field>
      <Field label="To">
        {(control) => <Input type="date" name="to" defaultValue={query.to} {...control} />}
      </Field>
      {query.type && <input type="hidden" name="type" value={query.type} />}
      <div className="flex flex-wrap gap-2 sm:col-span-full">
        <Button type="submit" variant="secondary">
          Show
        </Button>
        {Object.keys(query).length > 0 && (
          <LinkButton href="/admin/audit" variant="quiet">
            Show everything
          </LinkButton>
        )}
      </div>
    </form>
  );
}
