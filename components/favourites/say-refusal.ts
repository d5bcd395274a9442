import { sayError } from '#lib/client/problem-error.ts';

/** In a toast, whose script comes only when there is something to say. */
export async function sayRefusal(refused: unknown): Promise<void> {
  const { toast } = await import('sonner');
  toast(sayError(refused));
}
