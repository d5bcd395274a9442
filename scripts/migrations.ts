// Applying and writing migrations. The files and the table `_prisma_migrations` are Prisma's own,
// so `prisma migrate deploy` can go on where this stopped, and the other way round.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { withConnection } from './database-connection.ts';
import { Problem } from './problem.ts';
import { inProject } from './project.ts';
import { openSchemaEngine } from './schema-engine.ts';

// One migrator at a time, over all processes and machines. Any number, but the same everywhere.
const MIGRATION_LOCK = 7_346_120_931;
const filters = { externalTables: [], externalEnums: [] };

export interface Migration {
  name: string;
  sql: string;
}

export interface AppliedMigration {
  name: string;
  checksum: string;
  finished: boolean;
}

/** The migrations of a folder in the order in which they apply. */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') }));
}

/** Whether the database has every migration as it is on disk, so that the engine is not needed. */
export function isUpToDate(migrations: Migration[], applied: AppliedMigration[]): boolean {
  const checksums = new Map(
    applied.filter((row) => row.finished).map((row) => [row.name, row.checksum]),
  );
  return (
    applied.every((row) => row.finished) &&
    migrations.every(({ name, sql }) => checksums.get(name) === checksumOf(sql))
  );
}

/**
 * Brings a database up to the migrations of `prisma/migrations`.
 * @returns the names of those applied now
 * @throws Problem when the database cannot be reached or a migration fails
 */
export async function applyMigrations(url: string): Promise<string[]> {
  const migrations = readMigrations(inProject('prisma/migrations'));
  return withConnection(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    // The lock ends with the connection.
    if (isUpToDate(migrations, await readApplied(client))) return [];
    const { engine, close } = await openSchemaEngine(url, readSchema());
    try {
      const input = { migrationsList: migrationsList(migrations), filters };
      const { appliedMigrationNames } = await engine.applyMigrations(input);
      return appliedMigrationNames;
    } catch (error) {
      throw new Problem(explainMigrationFailure(error), { cause: error });
    } finally {
      await close();
    }
  });
}

/**
 * Writes the migration that leads from the last one to the schema.
 * @param url a database of the server on which a scratch database is made for the comparison
 * @returns the path of the new folder, or undefined when the schema holds nothing new
 */
export async function createMigration(url: string, name: string): Promise<string | undefined> {
  const folder = inProject('prisma/migrations');
  const sql = await withScratchDatabase(url, async (scratchUrl) => {
    const schema = readSchema();
    const files = [{ path: 'schema.prisma', content: schema }];
    const { engine, close } = await openSchemaEngine(scratchUrl, schema);
    try {
      await engine.applyMigrations({
        migrationsList: migrationsList(readMigrations(folder)),
        filters,
      });
      const difference = await engine.diff({
        from: { tag: 'schemaDatasource', files, configDir: inProject('prisma') },
        to: { tag: 'schemaDatamodel', files },
        script: true,
        exitCode: true,
        filters,
      });
      // As `prisma migrate diff --exit-code`: 0 without a difference, 2 with one.
      return difference.exitCode === 0 ? undefined : (difference.stdout ?? undefined);
    } catch (error) {
      throw new Problem(explainMigrationFailure(error), { cause: error });
    } finally {
      await close();
    }
  });
  if (!sql) return undefined;
  const target = path.join(folder, migrationName(new Date(), name));
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, 'migration.sql'), sql);
  writeFileSync(path.join(folder, 'migration_lock.toml'), lockfile);
  return target;
}

/** A folder name as Prisma makes it: the time in UTC to the second, then the words. */
export function migrationName(now: Date, words: string): string {
  const time = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const slug = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return `${time}_${slug || 'change'}`;
}

async function withScratchDatabase<T>(url: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `fitting_room_scratch_${process.pid}`;
  return withConnection(url, async (client) => {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    try {
      const scratch = new URL(url);
      scratch.pathname = `/${name}`;
      return await work(scratch.href);
    } finally {
      await client.query(`DROP DATABASE ${client.escapeIdentifier(name)} WITH (FORCE)`);
    }
  });
}

const lockfile = `# Please do not edit this file manually
# It should be added in your version-control system (e.g., Git)
provider = "postgresql"
`;

function readSchema(): string {
  return readFileSync(inProject('prisma/schema.prisma'), 'utf8');
}

function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}

function migrationsList(migrations: Migration[]) {
  return {
    baseDir: inProject('prisma/migrations'),
    lockfile: { path: 'migration_lock.toml', content: lockfile },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
}

async function readApplied(client: pg.Client): Promise<AppliedMigration[]> {
  const table = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`);
  if (!table.rows[0]?.there) return [];
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  return rows;
}

function explainMigrationFailure(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const name = /migration_name="([^"]+)"/.exec(text)?.[1];
  // The engine adds where in itself it was: lines of a number and a path.
  const message = text.replace(/^ +(\d+: |with |at ).*$/gm, '').trim();
  if (/P3005|not empty/i.test(message)) {
    return `The database holds tables that are not ours (${message}). Point DATABASE_URL at an empty database.`;
  }
  if (/P3009|failed migrations/i.test(message)) {
    return `An earlier migration failed half-way in this database:\n${message}\nOn a laptop "npm run reset" starts afresh; elsewhere repair it and mark it with "prisma migrate resolve".`;
  }
  return `${name ? `The migration ${name} failed` : 'The database could not be migrated'}: ${message}`;
}
