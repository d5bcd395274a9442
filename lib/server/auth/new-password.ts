import 'server-only';
import { findPasswordProblem } from '#lib/domain/password.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { passwordProblemText } from '#lib/words/problems.ts';
import { commonPasswords } from './common-passwords.ts';
import { hashPassword } from './password.ts';

/**
 * The hash of a password that somebody has chosen.
 *
 * @throws AppError invalid_input, when it is one that would be guessed.
 */
export async function hashNewPassword(
  password: string,
  person: { email: string | null; name: string | null },
): Promise<string> {
  const common = await commonPasswords();
  const problem = findPasswordProblem(password, person, (listed) => common.has(listed));
  if (problem) {
    const text = passwordProblemText[problem];
    throw new AppError('invalid_input', text, { fields: { password: text } });
  }
  return hashPassword(password);
}
