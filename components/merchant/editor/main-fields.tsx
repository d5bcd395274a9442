import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { garmentLimits } from '#lib/contracts/garment-edit.ts';
import { ColourField } from './colour-field.tsx';
import { fieldError } from './field-errors.ts';
import { KindChoice } from './kind-choice.tsx';
import type { GarmentEditorState } from './use-garment-editor.ts';

/** What the garment is: enough of it to be sold. */
export function MainFields({ editor }: { editor: GarmentEditorState }) {
  const { draft, change, currency } = editor;
  const left = garmentLimits.description - draft.description.length;
  return (
    <div className="grid content-start gap-6">
      <Field label="Title" error={fieldError(editor, 'title')}>
        {(control) => (
          <Input
            {...control}
            name="title"
            autoComplete="off"
            maxLength={garmentLimits.title}
            value={draft.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <KindChoice
        value={draft.category}
        onChange={(category) => change({ category })}
        error={fieldError(editor, 'category')}
      />
      <div className="grid gap-6 sm:grid-cols-3">
        <Field label="Price" error={fieldError(editor, 'price')}>
          {(control) => (
            <span className="relative block">
              <Input
                {...control}
                name="price"
                inputMode="decimal"
                autoComplete="off"
                maxLength={12}
                placeholder="49.90"
                value={draft.price}
                onChange={(event) => change({ price: event.target.value })}
                className="pr-14 tabular-nums"
              />
              <span
                aria-hidden
                className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-label text-ink-soft"
              >
                {currency}
              </span>
            </span>
          )}
        </Field>
        <ColourField editor={editor} />
        <Field label="Material" optional error={fieldError(editor, 'material')}>
          {(control) => (
            <Input
              {...control}
              name="material"
              autoComplete="off"
              maxLength={garmentLimits.material}
              value={draft.material}
              onChange={(event) => change({ material: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field
        label="Description"
        optional
        hint={
          <span className="flex flex-wrap justify-between gap-x-4">
            <span>Cut, fabric, care: what a shopper would ask.</span>
            <span className="tabular-nums">
              {draft.description.length} of {garmentLimits.description}
              {left <= 200 && <span role="status"> · {left} left</span>}
            </span>
          </span>
        }
        error={fieldError(editor, 'description')}
      >
        {(control) => (
          <Textarea
            {...control}
            name="description"
            rows={6}
            maxLength={garmentLimits.description}
            value={draft.description}
            onChange={(event) => change({ description: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
