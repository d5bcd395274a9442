'use client';

import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { CaseQuery } from '#lib/domain/case-query.ts';
import { BulkRetryDialog } from './bulk-retry-dialog.tsx';

/** Opens the dialog that retries all cases of this question; beside it, those that were. */
export function BulkRetryButton({ query }: { query: CaseQuery }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="secondary"
        size="small"
        disabled={query.status === 'resolved'}
        onClick={() => setOpen(true)}
      >
        <RotateCw aria-hidden /> Retry these
      </Button>
      <LinkButton href="/admin/bulk-retries" variant="quiet" size="small">
        Bulk retries
      </LinkButton>
      {open && <BulkRetryDialog query={query} onClose={() => setOpen(false)} />}
    </>
  );
}
