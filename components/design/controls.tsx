import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { Specimen, SpecimenGrid, Specimens } from './specimen.tsx';

export function Controls() {
  return (
    <Specimens
      id="controls"
      title="Fields"
      lead="A field always has a label. An error is one sentence that says what to do, and takes nothing away."
    >
      <SpecimenGrid>
        <Specimen name="plain">
          <Field label="Title">{(control) => <Input {...control} />}</Field>
        </Specimen>
        <Specimen name="filled, with a hint">
          <Field label="Price" hint="In euros, such as 49.90.">
            {(control) => <Input {...control} defaultValue="49.90" inputMode="decimal" />}
          </Field>
        </Specimen>
        <Specimen name="optional, placeholder">
          <Field label="Material" optional>
            {(control) => <Input {...control} placeholder="100 % linen" />}
          </Field>
        </Specimen>
        <Specimen name="error">
          <Field label="Email" error="That does not look like an email address.">
            {(control) => <Input {...control} type="email" defaultValue="robin@" />}
          </Field>
        </Specimen>
        <Specimen name="hint and error">
          <Field
            label="Password"
            hint="At least 10 characters."
            error="Use at least 10 characters."
          >
            {(control) => <Input {...control} type="password" defaultValue="short" />}
          </Field>
        </Specimen>
        <Specimen name="disabled">
          <Field label="Address">
            {(control) => <Input {...control} disabled defaultValue="boxy-tee-white" />}
          </Field>
        </Specimen>
        <Specimen name="read only">
          <Field label="Link">
            {(control) => <Input {...control} readOnly defaultValue="https://shop.example/a1" />}
          </Field>
        </Specimen>
        <Specimen name="select">
          <Field label="Sort by">
            {(control) => (
              <Select {...control}>
                <option>Newest</option>
                <option>Price, low to high</option>
              </Select>
            )}
          </Field>
        </Specimen>
        <Specimen name="select, error and disabled">
          <div className="grid gap-3">
            <Field label="Kind" error="Choose what kind of garment it is.">
              {(control) => (
                <Select {...control}>
                  <option>Choose</option>
                </Select>
              )}
            </Field>
            <Select aria-label="Shop" disabled>
              <option>Halden</option>
            </Select>
          </div>
        </Specimen>
        <Specimen name="textarea">
          <Field label="Description">{(control) => <Textarea {...control} rows={3} />}</Field>
        </Specimen>
        <Specimen name="textarea, error">
          <Field label="Note" error="Say in a sentence why.">
            {(control) => <Textarea {...control} rows={3} />}
          </Field>
        </Specimen>
        <Specimen name="checkbox">
          <div className="grid">
            <Checkbox label="I may use this photo." />
            <Checkbox label="Already agreed." defaultChecked />
            <Checkbox label="Not to be had." disabled />
            <Checkbox
              label="Agreed and settled, with a sentence so long that it needs two lines."
              defaultChecked
              disabled
            />
          </div>
        </Specimen>
      </SpecimenGrid>
    </Specimens>
  );
}
