import 'server-only';
import { env } from './env.ts';

/**
 * The places where a process may die between two writes that belong together. Named here and nowhere
 * else: the fault campaign reads this list, so that a new one joins by itself. In service they cost a
 * comparison and do nothing.
 */
export const crashPoints = [
  /** The row is leased; nothing has happened. */
  'claimed',
  /** The pictures are with the provider; the intent to send is not written. */
  'prepared',
  /** The intent is committed; the POST is not begun. */
  'intent-committed',
  /** The provider answered the POST; the answer is not written. */
  'submit-answered',
  /** The request id is written. */
  'submit-written',
  /** A status answer is here and not written. */
  'status-answered',
  /** The finished picture is here and not stored. */
  'result-downloaded',
  /** The picture has a row; its bytes are not in the storage. */
  'picture-announced',
  /** The picture is in the storage; the try-on does not know yet. */
  'picture-stored',
  /** Inside the transaction of a move, before it commits. */
  'move-uncommitted',
  /** A move is committed; the next step has not begun. */
  'move-committed',
  /** The evidence for the breaker is not written yet. */
  'evidence-unwritten',
] as const;

export type CrashPoint = (typeof crashPoints)[number];

let passed = 0;

/** Kills this process, without a chance to tidy up, when the campaign asked for it. */
export function crashPoint(name: CrashPoint): void {
  const wanted = env().CRASH_AT;
  if (!wanted || wanted.point !== name) return;
  passed += 1;
  if (passed >= wanted.pass) process.kill(process.pid, 'SIGKILL');
}
