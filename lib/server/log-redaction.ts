import 'server-only';

/** What stands in the place of what was left out. */
export const REDACTED = '[redacted]';

/** Names of what nobody may read in a log, wherever in an entry they stand and however they are written. */
const secretNames =
  /^(x?api-?key|password(hash)?|(client|nextauth|signing)?secret|.*token(hash)?|(set)?cookies?|authorization|bearer|session|signature|credentials|salt|e?mails?|recipients?|url|uri|href|link|location|(file|original)name|storagekey|headers|body|photo|picture|bytes|buffer|form)$/;

/** What is a secret by how it looks: a session, a signature in a link, a key of the provider's. */
const secretTexts =
  /(?<=\/(share|shares|join|sign-up|reset-password|confirm-email)\/)[\w-]{32,}|eyJ[\w-]+\.[\w-]*\.[\w-]*(\.[\w-]*)*|\b(signature|expires|token|code)=[^&\s"']+|\bSG_[0-9a-f]{8,}|\bBearer\s+\S+|\bpostgres(ql)?:\/\/\S+/gi;

const MOST_DEPTH = 8;

/**
 * An entry without what must not be in it. Bytes go, and of an exception only its name stays: libraries
 * put values into messages.
 */
export function withoutSecrets(entry: Record<string, unknown>): Record<string, unknown> {
  return cleanObject(entry, 0);
}

function cleanObject(value: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      isSecretName(name) ? REDACTED : clean(one, depth + 1),
    ]),
  );
}

const isSecretName = (name: string) => secretNames.test(name.replaceAll(/[_-]/g, '').toLowerCase());

/** The same for anything that is written. */
export function clean(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.replaceAll(secretTexts, REDACTED);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value;
  if (value instanceof Error) return { name: value.name };
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return REDACTED;
  if (depth > MOST_DEPTH) return REDACTED;
  if (Array.isArray(value)) return value.map((one) => clean(one, depth + 1));
  return cleanObject(value, depth);
}
