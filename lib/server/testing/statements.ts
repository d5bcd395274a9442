import pg from 'pg';
import { vi } from 'vitest';

/** A statement as it went to the database. */
export interface Statement {
  text: string;
  values: unknown[];
  /** Under which its connection keeps it prepared; empty for all that is not kept. */
  name: string;
}

/** What a call asks the database, in order; what only steers the connection is left out. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const asked = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    const calls: unknown[][] = asked.mock.calls;
    return calls.map(toStatement).filter(({ text }) => !isNoData.test(text));
  } finally {
    asked.mockRestore();
  }
}

const isNoData = /^(?:BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET)\b/iu;
/** As they stand before a statement that is kept, or tell where it comes from. */
const comments = /^(?:\s|\/\*.*?\*\/|--.*\n)+/u;

function toStatement([query, values]: unknown[]): Statement {
  const {
    text,
    values: own,
    name = '',
  } = typeof query === 'string' ? { text: query, values: [] } : (query as Partial<Statement>);
  return {
    text: (text ?? '').replace(comments, ''),
    values: Array.isArray(values) ? values : (own ?? []),
    name,
  };
}
