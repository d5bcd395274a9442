import { sayError } from '#lib/client/problem-error.ts';
import { say } from '#lib/client/say.ts';

/** Never rejects: where the server is out of reach the toast's script may be, too. */
export async function sayRefusal(refused: unknown): Promise<void> {
  await say(sayError(refused)).catch(() => {});
}
