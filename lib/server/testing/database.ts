/**
 * Set-up of every integration test file: a database of its own, copied from the migrated one, and
 * the configuration that `env()` asks for. Files run in parallel, one at a time per vitest worker,
 * so a worker's database is replaced before each of its files.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';

const { adminUrl, template } = inject('testPostgres');
const name = `fitting_room_test_${process.env.VITEST_POOL_ID}`;

const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
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

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
