import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/** Where a text or a pattern stands, in what is kept. Never the text around it: it may be a secret. */

/** The files below a folder that hold it, by their paths in it. */
export function filesWith(folder: string, wanted: string | RegExp): string[] {
  return filesIn(folder).filter((file) => {
    const text = readFileSync(path.join(folder, file), 'latin1');
    return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
  });
}

export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));

/**
 * The tables of all schemas that hold it in any column of any row, with how many rows do. A row is read
 * as one text, so no type of a column is left out.
 */
export async function tablesWith(databaseUrl: string, wanted: string | RegExp): Promise<string[]> {
  return eachTable(databaseUrl, async (client, table) => {
    const { rows } = await client.query<{ count: string }>(
      typeof wanted === 'string'
        ? `SELECT count(*) FROM ${table} AS one WHERE strpos(one::text, $1) > 0`
        : `SELECT count(*) FROM ${table} AS one WHERE one::text ~ $1`,
      [typeof wanted === 'string' ? wanted : wanted.source],
    );
    const count = Number(rows[0]?.count);
    return count > 0 ? `${count} in ${table}` : null;
  });
}

export const tablesIn = (databaseUrl: string): Promise<string[]> =>
  eachTable(databaseUrl, async (_, table) => table);

async function eachTable(
  databaseUrl: string,
  look: (client: pg.Client, table: string) => Promise<string | null>,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
       ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const said = await look(client, name);
      if (said) found.push(said);
    }
    return found;
  } finally {
    await client.end();
  }
}
