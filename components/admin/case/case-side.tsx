'use client';

import { useRouter } from 'next/navigation';
import type { CaseDetail } from '#lib/contracts/review.ts';
import { CaseDecisions } from '../decisions/case-decisions.tsx';

/** What can be decided; it stays in sight while the rest is read. */
export function CaseSide({ detail }: { detail: CaseDetail }) {
  const router = useRouter();
  return (
    <aside
      aria-label="Decisions"
      className="grid content-start gap-4 self-start xl:sticky xl:top-24 xl:col-start-2 xl:row-span-2 xl:row-start-1"
    >
      <CaseDecisions detail={detail} onDecided={() => router.refresh()} />
    </aside>
  );
}
