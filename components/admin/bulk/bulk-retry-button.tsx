'use client';

import { RotateCw } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import type { CaseQuery } from '#lib/domain/case-query.ts';

/** Opens the dialog that retries all cases of this question. */
export function BulkRetryButton({ query }: { query: CaseQuery }) {
  return (
    <Button variant="secondary" size="small" disabled={query.status === 'resolved'}>
      <RotateCw aria-hidden />
      Retry these
    </Button>
  );
}
