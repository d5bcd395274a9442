/**
 * Why a sign-in was refused, beside a wrong password. next-auth hands on one word in an address that
 * anybody can write, so the word is read back and never shown.
 */
export type SignInRefusal = { kind: 'suspended' } | { kind: 'too_many'; seconds: number };

export const writeRefusal = (refusal: SignInRefusal): string =>
  refusal.kind === 'too_many' ? `too_many.${refusal.seconds}` : refusal.kind;

export function readRefusal(word: unknown): SignInRefusal | null {
  if (typeof word !== 'string') return null;
  // Where a mail was asked for, next-auth writes down the error and not its message alone.
  const bare = word.replace(/^Error: /, '');
  if (bare === 'suspended') return { kind: 'suspended' };
  const seconds = /^too_many\.(\d{1,6})$/.exec(bare)?.[1];
  return seconds ? { kind: 'too_many', seconds: Number(seconds) } : null;
}
