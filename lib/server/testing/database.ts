/**
 * Set-up of every integration test file: a database of its own, copied from the migrated one, and
 * the configuration that `env()` asks for. Files run in parallel, one at a time per vitest worker.
 * Most of them have their process from the file before, for what the packages weigh; of what is ours
 * they get nothing from there, also when that file has failed half-way.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { PgBoss } from 'pg-boss';
import { afterAll, inject, vi } from 'vitest';
import type { PrismaClient } from '#lib/server/generated/prisma/client.ts';
import type { DecoderPool } from '#lib/server/images/decoder/decoder-pool.ts';
import type { changeFeed } from '#lib/server/worker/change-feed.ts';

const { adminUrl, template } = inject('testPostgres');

const shared = globalThis as typeof globalThis & {
  testFiles?: { count: number; env: NodeJS.ProcessEnv };
  fittingRoomInFlight?: { steps: Set<Promise<unknown>>; draining: boolean };
  fittingRoomFeed?: ReturnType<typeof changeFeed>;
  fittingRoomBoss?: Promise<PgBoss>;
  fittingRoomDecoders?: DecoderPool;
  fittingRoomDb?: { pool: pg.Pool; prisma: PrismaClient };
};
shared.testFiles ??= { count: 0, env: { ...process.env } };
const { testFiles } = shared;

const STEPS_END_WITHIN_MS = 5_000;

const nameOf = (file: number) => `fitting_room_test_${process.env.VITEST_POOL_ID}_${file}`;

/** Ends what would go on, and forgets what is kept on the global object. */
async function leaveNothing(): Promise<void> {
  const { fittingRoomInFlight: inFlight, fittingRoomDb: open } = shared;
  if (inFlight) inFlight.draining = true;
  await Promise.race([
    Promise.allSettled(inFlight?.steps ?? []),
    pause(STEPS_END_WITHIN_MS, undefined, { ref: false }),
  ]);
  await shared.fittingRoomFeed?.close();
  const boss = await shared.fittingRoomBoss?.catch(() => undefined);
  await boss?.stop({ graceful: false, close: true }).catch(() => {});
  await open?.prisma.$disconnect();
  if (open && !open.pool.ended) await open.pool.end();
  shared.fittingRoomDecoders?.endRested();
  for (const key of Object.keys(shared)) {
    if (key.startsWith('fittingRoom')) Reflect.deleteProperty(shared, key);
  }
  for (const key of Object.keys(process.env)) {
    if (!(key in testFiles.env)) Reflect.deleteProperty(process.env, key);
  }
  Object.assign(process.env, testFiles.env);
}

await leaveNothing();
vi.resetModules();

const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
await admin.query(`DROP DATABASE IF EXISTS ${nameOf(testFiles.count)} WITH (FORCE)`);
// Another name than before: what a file has left under way finds no database of the next one's.
testFiles.count += 1;
const name = nameOf(testFiles.count);
await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
await admin.end();

const url = new URL(adminUrl);
url.pathname = `/${name}`;
const dataDir = mkdtempSync(path.join(tmpdir(), 'fitting-room-files-'));

Object.assign(process.env, {
  FITTING_ROOM_LAUNCHER: '1',
  FITTING_ROOM_DATA: dataDir,
  DATABASE_URL: url.href,
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'integration-tests-need-no-secrecy-at-all',
  // Nothing answers there: a test that talks to the provider brings its own.
  SEGMIND_API_KEY: 'SG_0123456789abcdef',
  SEGMIND_BASE_URL: 'http://127.0.0.1:9',
  SEGMIND_IS_SANDBOX: '1',
  ALLOW_SANDBOX: '1',
  LOG_LEVEL: 'silent',
});

afterAll(async () => {
  await leaveNothing();
  rmSync(dataDir, { recursive: true, force: true });
});
