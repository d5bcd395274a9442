import { useId } from 'react';
import { Field } from '#components/ui/field.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Input } from '#components/ui/input.tsx';
import { garmentLimits } from '#lib/contracts/garment-edit.ts';
import { fieldError } from './field-errors.ts';
import { TagsField } from './tags-field.tsx';
import type { GarmentEditorState } from './use-garment-editor.ts';

/** What the shop files it under for itself; shoppers do not see it. */
export function FilingSection({ editor }: { editor: GarmentEditorState }) {
  const headingId = useId();
  const { draft, change } = editor;
  return (
    <section aria-labelledby={headingId} className="grid grid-cols-1 gap-4">
      <SectionHeading id={headingId}>Filing</SectionHeading>
      <Field
        label="Product type"
        optional
        hint="What your shop calls it: “Blouses”."
        error={fieldError(editor, 'productType')}
      >
        {(control) => (
          <Input
            {...control}
            name="productType"
            autoComplete="off"
            maxLength={garmentLimits.productType}
            value={draft.productType}
            onChange={(event) => change({ productType: event.target.value })}
          />
        )}
      </Field>
      <TagsField
        tags={draft.tags}
        onChange={(tags) => change({ tags })}
        error={fieldError(editor, 'tags')}
      />
    </section>
  );
}
