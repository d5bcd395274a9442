import pg from 'pg';
import { vi } from 'vitest';

/** A statement as it went to the database. */
export interface Statement {
  text: string;
  values: unknown[];
}

/** What a call asks the database, in order; begins and ends of transactions are left out. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const asked = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    const calls: unknown[][] = asked.mock.calls;
    return calls.map(toStatement).filter(({ text }) => isData.test(text));
  } finally {
    asked.mockRestore();
  }
}

const isData = /^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b/iu;

function toStatement([query, values]: unknown[]): Statement {
  const { text, values: own } =
    typeof query === 'string' ? { text: query, values: [] } : (query as Partial<Statement>);
  return { text: text ?? '', values: Array.isArray(values) ? values : (own ?? []) };
}
