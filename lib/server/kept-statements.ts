import 'server-only';
import { createHash } from 'node:crypto';
import type { Pool, QueryResult, QueryResultRow } from 'pg';
import { Prisma } from './generated/prisma/client.ts';

/**
 * Begins a raw statement that every connection is to keep prepared: parsed and planned once, and not
 * each time. For what is asked for all the time, finds its rows by key, and has few wordings: whatever
 * depends on the values for a good plan must not be kept, and each wording stays in each connection.
 */
export const kept = Prisma.raw('/* kept */');

const names = new Map<string, string>();

/**
 * One text has one name in every process, and another text another: two versions of the server, or a
 * pooler between them and the database, must never mean two statements by one name.
 */
function nameOf(text: string): string {
  const name =
    names.get(text) ?? `kept-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  names.set(text, name);
  return name;
}

/** The name under which a connection keeps a statement of Prisma's; none for all others. */
export function statementName({ sql }: { sql: string }): string {
  return sql.trimStart().startsWith(kept.sql) ? nameOf(sql) : '';
}

/** Postgres: cached plan must not change result type. */
const PLAN_IS_OLD = '0A000';

/** The same for a statement that goes by Prisma. It changes nothing: it may be asked twice. */
export async function readKept<Row extends QueryResultRow>(
  pool: Pool,
  text: string,
  values: unknown[],
): Promise<QueryResult<Row>> {
  try {
    return await pool.query<Row>({ name: nameOf(text), text, values });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === PLAN_IS_OLD)) throw error;
    // A migration has changed a column since. The pool has closed that connection; the next may be as old.
    return pool.query<Row>(text, values);
  }
}
