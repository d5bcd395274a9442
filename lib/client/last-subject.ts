import type { Person } from '#lib/domain/subject.ts';

/** Who tried something on last in this tab, so that the next garment starts with the same person. */
const STORAGE_KEY = 'fitting-room:last-subject';

export function rememberSubject(last: Person): void {
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(last));
  } catch {
    // Private windows may refuse storage; then the next garment asks again.
  }
}

export function lastSubject(): Person | null {
  try {
    return readSubject(JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null'));
  } catch {
    return null;
  }
}

/** By hand: a contract here would bring zod into every garment page. */
export function readSubject(stored: unknown): Person | null {
  if (typeof stored !== 'object' || stored === null || !('kind' in stored)) return null;
  if (stored.kind === 'photo' && 'photoId' in stored && typeof stored.photoId === 'string') {
    return { kind: 'photo', photoId: stored.photoId };
  }
  if (stored.kind === 'house-model' && 'slug' in stored && typeof stored.slug === 'string') {
    return { kind: 'house-model', slug: stored.slug };
  }
  return null;
}
