import { z } from 'zod';
import { fetchJson } from '#lib/client/fetch-json.ts';

const retryAnswer = z.object({ id: z.uuid() });

/**
 * Asks for the same picture once more, as a new try-on. Asking twice gives the same new one.
 *
 * @returns the id of the new try-on.
 * @throws ProblemError, UnreachableError
 */
export async function retryCase(tryOnId: string): Promise<string> {
  const { id } = await fetchJson(`/api/admin/try-ons/${tryOnId}/retry`, retryAnswer, {
    method: 'POST',
  });
  return id;
}
