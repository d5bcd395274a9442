import 'server-only';
import { Prisma } from './generated/prisma/client.ts';

/**
 * Begins a raw statement that every connection is to keep prepared: parsed and planned once, and not
 * each time. For what is asked for all the time, finds its rows by key, and has few wordings: whatever
 * depends on the values for a good plan must not be kept, and each wording stays in each connection.
 */
export const kept = Prisma.raw('/* kept */');

const names = new Map<string, string>();

/** The name under which a connection keeps a statement; none for all others. */
export function statementName({ sql }: { sql: string }): string {
  if (!sql.trimStart().startsWith(kept.sql)) return '';
  const name = names.get(sql) ?? `kept-${names.size + 1}`;
  names.set(sql, name);
  return name;
}
