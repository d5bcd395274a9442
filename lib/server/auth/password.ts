import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { normalPassword } from '#lib/domain/password.ts';

/** Argon2id with the library's defaults, which follow OWASP's (19 MiB, 2 passes). */
export const hashPassword = (password: string): Promise<string> => hash(normalPassword(password));

let decoy: Promise<string> | undefined;

/**
 * Takes as long when there is no such account as when there is, so that the time does not tell
 * which addresses have one.
 */
export async function passwordMatches(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const wanted = passwordHash ?? (await decoy);
  let matches = false;
  // Old hashes are of what was typed as it was.
  for (const form of new Set([normalPassword(password), password])) {
    matches = (await verify(wanted, form)) || matches;
  }
  return matches && Boolean(passwordHash);
}
