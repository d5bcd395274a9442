'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { CaseDetail } from '#lib/contracts/review.ts';
import { ResolveDialog } from './resolve-dialog.tsx';

interface CaseDecisionsProps {
  detail: CaseDetail;
  /** Whenever the case may have changed: after a decision, an undo, or somebody else's decision. */
  onDecided: () => void;
}

/** What can be decided on a case, and taken back. */
export function CaseDecisions({ detail, onDecided }: CaseDecisionsProps) {
  const [resolving, setResolving] = useState(false);
  return (
    <>
      <Button onClick={() => setResolving(true)}>Resolve</Button>
      <ResolveDialog
        reviewCase={resolving ? detail : null}
        onClose={() => setResolving(false)}
        onDecided={onDecided}
      />
    </>
  );
}
