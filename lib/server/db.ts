import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from './env.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { statementName } from './kept-statements.ts';

/** A Prisma transaction, or the client itself: repositories take either. */
export type Db = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'
>;

interface Connections {
  pool: pg.Pool;
  prisma: PrismaClient;
}

/** Kept on the global object, or every hot reload in development would open a new pool. */
const holder = globalThis as typeof globalThis & { fittingRoomDb?: Connections };

/** Longer than any transaction may take: whoever waits for a connection gone silent is set free. */
const STATEMENT_MS = 60_000;
/** A connection whose kept statements a migration has made invalid is not used for longer than that. */
const CONNECTION_SECONDS = 1_800;

function connect(): Connections {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 12,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    query_timeout: STATEMENT_MS,
    maxLifetimeSeconds: CONNECTION_SECONDS,
  });
  // An idle connection that breaks (a database restart) is replaced; without a listener it would
  // end the process.
  pool.on('error', () => {});
  // Nobody listens between the moment when the pool hands a connection out and the one when Prisma
  // has it: a server that ends just then would end this process as well. What was asked of the
  // connection fails all the same.
  pool.on('connect', (client) => client.on('error', () => {}));
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: statementName }),
  });
  return { pool, prisma };
}

function connections(): Connections {
  holder.fittingRoomDb ??= connect();
  return holder.fittingRoomDb;
}

export const db = (): PrismaClient => connections().prisma;
export const pool = (): pg.Pool => connections().pool;

export async function disconnect(): Promise<void> {
  const open = holder.fittingRoomDb;
  holder.fittingRoomDb = undefined;
  await open?.prisma.$disconnect();
  await open?.pool.end();
}
