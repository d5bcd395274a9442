import 'server-only';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the library's defaults, which follow OWASP's (19 MiB, 2 passes). */
export const hashPassword = (password: string): Promise<string> => hash(password);

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
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && Boolean(passwordHash);
}
