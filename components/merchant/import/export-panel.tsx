'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { garmentStatuses } from '#lib/domain/garment-status.ts';
import { useShop } from '../shop-context.tsx';
import { statusWords } from '../status-words.ts';
import { exportFormats } from './export-formats.ts';

/** The shop's garments as a file, in the formats that can be read again. */
export function ExportPanel() {
  const { api } = useShop();
  const [format, setFormat] = useState<string>(exportFormats[0].id);
  const [status, setStatus] = useState('');
  const search = status ? `?${new URLSearchParams({ status })}` : '';
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] sm:items-end">
      <Field label="Format">
        {(control) => (
          <Select {...control} value={format} onChange={(event) => setFormat(event.target.value)}>
            {exportFormats.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Garments">
        {(control) => (
          <Select {...control} value={status} onChange={(event) => setStatus(event.target.value)}>
            <option value="">All</option>
            {garmentStatuses.map((one) => (
              <option key={one} value={one}>
                {statusWords[one].name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <a
        href={`${api}/exports/${format}${search}`}
        download
        className={buttonClass({ variant: 'secondary' })}
      >
        <Download aria-hidden /> Download
      </a>
    </div>
  );
}
