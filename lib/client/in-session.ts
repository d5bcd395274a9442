import { keepTrying } from './keep-trying.ts';
import { ProblemError } from './problem-error.ts';

type KeepTryingOptions = Parameters<typeof keepTrying>[1];

/**
 * What only somebody with a session may do. Whoever has one is not asked for it first, which would cost
 * a way to the server and back before each wish; when it has ended meanwhile, the refusal tells.
 *
 * @param ensure makes a guest of a newcomer. @param work is begun once more after such a refusal.
 */
export async function inSession<T>(
  hasSession: boolean,
  ensure: () => Promise<unknown>,
  work: () => Promise<T>,
  options: KeepTryingOptions = {},
): Promise<T> {
  if (!hasSession) await keepTrying(ensure, options);
  try {
    return await work();
  } catch (error) {
    const hasEnded = error instanceof ProblemError && error.code === 'unauthenticated';
    if (!hasSession || !hasEnded) throw error;
    await keepTrying(ensure, options);
    return work();
  }
}
