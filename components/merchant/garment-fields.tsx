import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import type { DraftErrors, GarmentDraft } from './garment-draft.ts';
import { KindChoice } from './kind-choice.tsx';

interface GarmentFieldsProps {
  draft: GarmentDraft;
  errors: DraftErrors;
  /** Null while the shop's currency is not known here. */
  currency: string | null;
  onChange: (what: Partial<GarmentDraft>) => void;
}

export function GarmentFields({ draft, errors, currency, onChange }: GarmentFieldsProps) {
  return (
    <div className="grid content-start gap-6">
      <Field label="Title" error={errors.title}>
        {(control) => (
          <Input
            {...control}
            name="title"
            maxLength={120}
            value={draft.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <KindChoice
        value={draft.category}
        onChange={(category) => onChange({ category })}
        error={errors.category}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <Field
          label="Price"
          hint={currency ? `In ${currency}, for example 49.90.` : 'In your shop’s currency.'}
          error={errors.price}
        >
          {(control) => (
            <span className="relative block">
              <Input
                {...control}
                name="price"
                inputMode="decimal"
                autoComplete="off"
                maxLength={12}
                value={draft.price}
                onChange={(event) => onChange({ price: event.target.value })}
                className={currency ? 'pr-14 tabular-nums' : 'tabular-nums'}
              />
              {currency && (
                <span
                  aria-hidden
                  className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-label text-ink-soft"
                >
                  {currency}
                </span>
              )}
            </span>
          )}
        </Field>
        <Field
          label="Sizes"
          optional
          hint="Separated by commas, the smallest first: XS, S, M, L."
          error={errors.sizes}
        >
          {(control) => (
            <Input
              {...control}
              name="sizes"
              autoComplete="off"
              value={draft.sizes}
              onChange={(event) => onChange({ sizes: event.target.value })}
            />
          )}
        </Field>
        <Field label="Colour" optional error={errors.colour}>
          {(control) => (
            <Input
              {...control}
              name="colour"
              maxLength={40}
              value={draft.colour}
              onChange={(event) => onChange({ colour: event.target.value })}
            />
          )}
        </Field>
        <Field label="Material" optional error={errors.material}>
          {(control) => (
            <Input
              {...control}
              name="material"
              maxLength={200}
              value={draft.material}
              onChange={(event) => onChange({ material: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field
        label="Description"
        optional
        hint="Cut, fabric, care: what a shopper would ask."
        error={errors.description}
      >
        {(control) => (
          <Textarea
            {...control}
            name="description"
            rows={6}
            maxLength={4000}
            value={draft.description}
            onChange={(event) => onChange({ description: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
