'use client';

import { Select } from '#components/ui/select.tsx';
import type { ImportItem } from '#lib/contracts/import.ts';
import { categoryOf, type GarmentCategory, garmentKinds, kindOf } from '#lib/domain/category.ts';
import { kindWords } from '../kind-words.ts';
import { useTask } from './use-task.ts';

type Kind = Pick<NonNullable<ImportItem['kind']>, 'category' | 'because'>;

interface KindSelectProps {
  label: string;
  /** What they are taken for; several when they differ. */
  kinds: Kind[];
  onChoose: (category: GarmentCategory | null) => Promise<void>;
}

/** Says what new garments are. */
export function KindSelect({ label, kinds, onChoose }: KindSelectProps) {
  const { busy, problem, run } = useTask();
  const known = kinds.map(({ category, because }) =>
    because === 'unknown' ? '' : kindOf(category),
  );
  const value = known.every((one) => one === known[0]) ? (known[0] ?? '') : 'MIXED';
  return (
    <div className="grid gap-1">
      <Select
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        value={value}
        disabled={busy}
        className="w-52"
        onChange={(event) => {
          const kind = garmentKinds.find((one) => one === event.target.value);
          if (kind) void run(() => onChoose(categoryOf(kind)));
        }}
      >
        {value === '' && <option value="">Choose …</option>}
        {value === 'MIXED' && <option value="MIXED">Several</option>}
        {garmentKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindWords[kind].name}
          </option>
        ))}
      </Select>
      {problem && (
        <p role="alert" className="text-label font-medium text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}
