import type { FieldChange } from '#lib/contracts/import.ts';
import type { GarmentKind } from '#lib/domain/category.ts';
import { type GarmentStatus, garmentStatuses } from '#lib/domain/garment-status.ts';
import { kindWords } from '../kind-words.ts';
import { statusWords } from '../status-words.ts';
import { fieldWords } from './import-words.ts';

interface ChangeTableProps {
  changes: FieldChange[];
  /** A new garment has nothing before. */
  isNew: boolean;
}

/** Field by field what was and what would be. */
export function ChangeTable({ changes, isNew }: ChangeTableProps) {
  return (
    <table className="w-full border-collapse text-left align-top max-sm:block">
      <caption className="sr-only">{isNew ? 'What it would be' : 'What would change'}</caption>
      <thead className="text-label text-ink-soft max-sm:sr-only">
        <tr className="border-b border-line">
          <th scope="col" className="w-36 py-1.5 pr-4 font-medium">
            Field
          </th>
          {!isNew && (
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Before
            </th>
          )}
          <th scope="col" className="py-1.5 font-medium">
            After
          </th>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {changes.map((change) => (
          <tr
            key={change.field}
            className="border-b border-line align-top last:border-0 max-sm:grid max-sm:py-1"
          >
            <th scope="row" className="py-1.5 pr-4 font-normal text-ink-soft">
              {fieldWords[change.field]}
            </th>
            {!isNew && (
              <Cell className="w-[42%] pr-4 text-ink-soft line-through decoration-line-strong">
                {spoken(change, change.before)}
              </Cell>
            )}
            <Cell>{spoken(change, change.after)}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ className = '', children }: { className?: string; children: string }) {
  return (
    <td className={`py-1.5 ${children ? className : 'text-ink-faint'}`}>
      <span className="block max-h-48 overflow-y-auto whitespace-pre-line wrap-anywhere">
        {children || 'nothing'}
      </span>
    </td>
  );
}

/** The server says kinds and statuses as it calls them. */
function spoken({ field }: FieldChange, text: string): string {
  if (field === 'status' && isStatus(text)) return statusWords[text].name;
  if (field === 'category' && text in kindWords) return kindWords[text as GarmentKind].name;
  return text;
}

const isStatus = (text: string): text is GarmentStatus =>
  garmentStatuses.some((status) => status === text);
