import type pg from 'pg';

/**
 * Fills tables that have no indexes meanwhile but those of their primary keys: made once of all rows they
 * take a fraction of the time.
 */
export async function withoutIndexes<T>(
  client: pg.Client,
  tables: string[],
  fill: () => Promise<T>,
): Promise<T> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT quote_ident(i.relname) AS name, pg_get_indexdef(i.oid) AS definition
     FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
     WHERE t.relname = ANY ($1) AND t.relnamespace = 'public'::regnamespace AND NOT x.indisprimary
       AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.oid AND c.contype = 'u')`,
    [tables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  const filled = await fill();
  for (const { definition } of rows) await client.query(definition);
  return filled;
}
