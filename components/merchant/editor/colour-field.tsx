import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { garmentLimits } from '#lib/contracts/garment-edit.ts';
import { type ColourFamily, colourFamilySample } from '#lib/domain/colour-family.ts';
import { colourFamilyLabel } from '#lib/words/browse.ts';
import { fieldError } from './field-errors.ts';
import type { GarmentEditorState } from './use-garment-editor.ts';

/** The colour in the shop's own word, and what browsing files it under. */
export function ColourField({ editor }: { editor: GarmentEditorState }) {
  const { draft, garment, change } = editor;
  // The database files it, so it is known as soon as it is saved.
  const filed = garment && garment.colour !== '' && garment.colour === draft.colour.trim();
  return (
    <Field
      label="Colour"
      optional
      hint={filed ? <Filed family={garment.colourFamily} /> : 'In your own word: “Washed blue”.'}
      error={fieldError(editor, 'colour')}
    >
      {(control) => (
        <Input
          {...control}
          name="colour"
          autoComplete="off"
          maxLength={garmentLimits.colour}
          value={draft.colour}
          onChange={(event) => change({ colour: event.target.value })}
        />
      )}
    </Field>
  );
}

function Filed({ family }: { family: ColourFamily | null }) {
  if (!family) return 'Browsing knows no group for this word.';
  return (
    <span className="flex items-center gap-2">
      <span
        aria-hidden
        className="size-3.5 shrink-0 rounded-full border border-line-strong"
        style={{ background: colourFamilySample[family] }}
      />
      Found under “{colourFamilyLabel[family]}”.
    </span>
  );
}
