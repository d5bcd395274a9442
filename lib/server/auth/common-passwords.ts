import 'server-only';
import { listedPassword, MIN_PASSWORD_LENGTH } from '#lib/domain/password.ts';

let list: Promise<ReadonlySet<string>> | undefined;

/** The passwords that most people have had in leaks, as zxcvbn knows them; loaded when first asked for. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  list ??= load().catch((error: unknown) => {
    list = undefined;
    throw error;
  });
  return list;
}

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const long = dictionary['passwords-common'].filter((one) => one.length >= MIN_PASSWORD_LENGTH);
  return new Set(long.map(listedPassword));
}
