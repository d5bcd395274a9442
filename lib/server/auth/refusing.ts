import 'server-only';
import { type SignInRefusal, writeRefusal } from '#lib/domain/sign-in-refusal.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { log } from '#lib/server/log.ts';

/** Null for anything but a limit that was reached. */
export function tooMany(error: unknown): SignInRefusal | null {
  const isLimit = error instanceof AppError && error.code === 'rate_limited';
  return isLimit ? { kind: 'too_many', seconds: error.retryAfterSeconds ?? 60 } : null;
}

/**
 * Answers of ours inside next-auth, which writes the message of whatever is thrown into an address: it
 * gets one of our words, never what a library had to say.
 *
 * @param work may answer with a refusal.
 */
export async function refusing<T extends object | boolean | null>(
  work: () => Promise<T | SignInRefusal>,
): Promise<T> {
  const answer = await work().catch((error: unknown): SignInRefusal => {
    const refusal = tooMany(error);
    if (refusal) return refusal;
    log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'a sign-in broke off');
    throw new Error('not_now');
  });
  if (isRefusal(answer)) throw new Error(writeRefusal(answer));
  return answer;
}

const isRefusal = (answer: unknown): answer is SignInRefusal =>
  typeof answer === 'object' && answer !== null && 'kind' in answer;
