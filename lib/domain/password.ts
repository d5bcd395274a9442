/**
 * What a new password must be. Length is what makes guessing long; rules about kinds of characters only
 * make people write the same thing in fewer ways. What is refused beside short ones is what is tried
 * first: the passwords that many have, and what is known of the person.
 *
 * Source: NIST SP 800-63B-4, 3.1.1.2.
 */
export const MIN_PASSWORD_LENGTH = 10;
export const MAX_PASSWORD_LENGTH = 200;

export type PasswordProblem = 'short' | 'long' | 'common' | 'own';

/** One password typed on two keyboards: é is one character on some and two on others. */
export const normalPassword = (password: string): string => password.normalize('NFKC');

/** What stands in the list of common ones is of small letters. */
export const listedPassword = (password: string): string => normalPassword(password).toLowerCase();

/** So much must be left of a password when what is known of its owner is taken out. */
const LEAST_REST = 6;
const SHORTEST_WORD = 4;

/** @param isCommon whether many have it; asked with `listedPassword`. */
export function findPasswordProblem(
  password: string,
  person: { email: string | null; name: string | null },
  isCommon: (listed: string) => boolean,
): PasswordProblem | null {
  const { length } = [...normalPassword(password)];
  if (length < MIN_PASSWORD_LENGTH) return 'short';
  if (length > MAX_PASSWORD_LENGTH) return 'long';
  if (isCommon(listedPassword(password))) return 'common';
  return restOf(password, person).length < LEAST_REST ? 'own' : null;
}

function restOf(
  password: string,
  { email, name }: { email: string | null; name: string | null },
): string {
  const known = [email, email?.split('@')[0], name, ...(name?.split(/\s+/) ?? []), 'fitting room']
    .map((word) => lettersOf(word ?? ''))
    .filter(({ length }) => length >= SHORTEST_WORD)
    .sort((a, b) => b.length - a.length);
  return known.reduce((rest, word) => rest.replaceAll(word, ''), lettersOf(password));
}

const lettersOf = (text: string) => listedPassword(text).replace(/[^\p{L}\p{N}]/gu, '');
