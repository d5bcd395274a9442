import { z } from 'zod';

/** Who tried something on last in this tab, so that the next garment starts with the same person. */
const subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('photo'), photoId: z.uuid() }),
  z.object({ kind: z.literal('house-model'), slug: z.string() }),
]);
export type LastSubject = z.infer<typeof subject>;

const STORAGE_KEY = 'fitting-room:last-subject';

export function rememberSubject(last: LastSubject): void {
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(last));
  } catch {
    // Private windows may refuse storage; then the next garment asks again.
  }
}

export function lastSubject(): LastSubject | null {
  try {
    const parsed = subject.safeParse(JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
