import { sayError } from '#lib/client/problem-error.ts';
import { say } from '#lib/client/say.ts';

export function sayRefusal(refused: unknown): Promise<void> {
  return say(sayError(refused));
}
