import pg from 'pg';
import { explainConnection } from './postgres-errors.ts';
import { Problem } from './problem.ts';

const CONNECT_TIMEOUT_MS = 8000;

/**
 * Runs `work` on one connection to `url` and closes it. Throws a `Problem` when the server cannot
 * be reached or refuses.
 */
export async function withConnection<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = await connect(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  try {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    });
    // A server that goes away while we wait is told by the query that fails.
    client.on('error', () => {});
    await client.connect();
    return client;
  } catch (error) {
    throw new Problem(explainConnection(url, errorCode(error), errorText(error)), { cause: error });
  }
}

/** The SQLSTATE or system code of a failure, or an empty text. */
export function errorCode(error: unknown): string {
  if (error instanceof AggregateError) return errorCode(error.errors[0]);
  if (error instanceof Error && /timeout expired/.test(error.message)) return 'ETIMEDOUT';
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return '';
}

function errorText(error: unknown): string {
  if (error instanceof AggregateError) return errorText(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
