'use client';

import { type ComponentProps, lazy, Suspense, useState } from 'react';
import type { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { UnreachableError } from '#lib/client/problem-error.ts';

const load = () => import('#components/ui/confirm-dialog.tsx');
const Dialog = lazy(async () => ({ default: (await load()).ConfirmDialog }));

/**
 * Fetches the dialog's script; to be awaited before a question is asked.
 *
 * @throws UnreachableError when it does not come; then it can be tried again.
 */
export async function prepareConfirm(): Promise<void> {
  await load().catch((error: unknown) => {
    throw new UnreachableError(error);
  });
}

/** A question before something is deleted. Hardly anybody is asked, so its script is no page's. */
export function ConfirmOnDemand(props: ComponentProps<typeof ConfirmDialog>) {
  const [asked, setAsked] = useState(false);
  if (props.open && !asked) setAsked(true);
  if (!asked) return null;
  return (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  );
}
