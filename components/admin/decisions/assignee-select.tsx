'use client';

import useSWR from 'swr';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { assignees } from '#lib/contracts/case-decision.ts';
import type { CaseDetail } from '#lib/contracts/review.ts';

interface AssigneeSelectProps {
  assignee: CaseDetail['assignee'];
  busy: boolean;
  onAssign: (assigneeId: string | null) => void;
}

/** Whose the case is. Until the others are known it can only be given to nobody. */
export function AssigneeSelect({ assignee, busy, onAssign }: AssigneeSelectProps) {
  const { data } = useSWR('/api/admin/cases/assignees', (path: string) =>
    fetchJson(path, assignees),
  );
  const known = data?.admins ?? [];
  const listed = assignee && !known.some(({ id }) => id === assignee.id);
  return (
    <Field label="Assigned to">
      {(control) => (
        <Select
          {...control}
          value={assignee?.id ?? ''}
          disabled={busy}
          onChange={({ target }) => onAssign(target.value || null)}
        >
          <option value="">Nobody</option>
          {listed && <option value={assignee.id}>{assignee.name}</option>}
          {known.map(({ id, name }) => (
            <option key={id} value={id}>
              {id === data?.me ? `${name} (me)` : name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
