'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Select } from '#components/ui/select.tsx';
import type { ImportDetail, SampleColumn } from '#lib/contracts/import.ts';
import {
  type ColumnMapping,
  type OwnField,
  ownFields,
  ownHeaders,
} from '#lib/domain/catalog/own-columns.ts';
import { useShop } from '../shop-context.tsx';
import type { ImportActions } from './use-import.ts';
import { useTask } from './use-task.ts';

interface MappingFormProps {
  run: ImportDetail;
  actions: ImportActions;
}

/** What the columns of a shop's own file are about: proposed by their names, to be confirmed. */
export function MappingForm({ run, actions }: MappingFormProps) {
  const { mayEdit } = useShop();
  const [mapping, setMapping] = useState<ColumnMapping>(run.mapping ?? {});
  const { busy, problem, run: doIt } = useTask();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void doIt(() => actions.map(mapping));
  };

  return (
    <form onSubmit={submit} className="grid gap-6">
      <p className="max-w-prose text-pretty text-ink-soft">
        These columns are your own. Say what they are about; it is remembered for your next file.
        What you leave out is kept for the export, and means nothing here.
      </p>
      <ul aria-label="Columns of the file" className="border-t border-line text-sm">
        {(run.sample ?? []).map((column) => (
          <li key={column.header}>
            <Column
              column={column}
              field={mapping[column.header] ?? null}
              disabled={!mayEdit || busy}
              onField={(field) => setMapping((known) => ({ ...known, [column.header]: field }))}
            />
          </li>
        ))}
      </ul>
      {problem && (
        <Notice kind="danger" role="alert" title="It cannot be read like this yet">
          {problem}
        </Notice>
      )}
      {mayEdit && (
        <div className="flex flex-wrap gap-2">
          <Button type="submit" disabled={busy}>
            {busy ? 'Beginning …' : 'Read the file'}
          </Button>
          <Button variant="quiet" disabled={busy} onClick={() => void doIt(actions.cancel)}>
            Put it away
          </Button>
        </div>
      )}
    </form>
  );
}

interface ColumnProps {
  column: SampleColumn;
  field: OwnField | null;
  disabled: boolean;
  onField: (field: OwnField | null) => void;
}

function Column({ column: { header, values }, field, disabled, onField }: ColumnProps) {
  return (
    <div className="grid items-center gap-x-6 gap-y-1 border-b border-line py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_13rem]">
      <span className="truncate font-medium">{header}</span>
      <span className="line-clamp-2 text-label text-ink-soft wrap-anywhere">
        {values.length > 0 ? values.join(' · ') : 'empty'}
      </span>
      <Select
        aria-label={`What “${header}” is about`}
        value={field ?? ''}
        disabled={disabled}
        onChange={(event) => onField(ownFields.find((one) => one === event.target.value) ?? null)}
      >
        <option value="">Nothing here</option>
        {ownFields.map((one) => (
          <option key={one} value={one}>
            {fieldNames[one]}
          </option>
        ))}
      </Select>
    </div>
  );
}

const fieldNames: Record<OwnField, string> = {
  ...ownHeaders,
  key: 'Garment key',
  productType: 'Product type',
  pictures: 'Picture addresses',
  externalId: 'Id in the checkout',
};
