import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filesIn, filesWith, tablesIn, tablesWith } from '../../scripts/find-text.ts';
import { inProject } from '../../scripts/project.ts';
import { expect, test } from '../fixtures.ts';

/*
 * After everything else: what all tests together have left in the bundles, in the log and in the
 * database. `access.spec.ts` reads what browsers got on every page.
 */

const given = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
};

/** A session as next-auth seals it, of whoever it is. */
const session = /eyJhbGciOiJkaXIi[A-Za-z0-9_-]*[.][.]/;
/** What makes a link to a private picture open it. */
const signedLink = /(expires=[0-9]{10,}|signature=[A-Za-z0-9_-]{20,})/;

/** What is kept of these is a hash. */
const tokenLink = /[/](share|shares|join|sign-up|reset-password|confirm-email)[/][A-Za-z0-9_-]{32}/;
const mailedSession = /callback[/]email[?][^"]*token=[0-9a-f]{32}/;

const kept = (): [what: string, wanted: string | RegExp][] => [
  ['the provider’s key', given('SEGMIND_API_KEY')],
  ['the secret of sessions and links', given('NEXTAUTH_SECRET')],
  ['the scheduler’s secret', given('CRON_SECRET')],
  ['the password of the database', new URL(given('DATABASE_URL')).password],
  ['a session', session],
  ['a signed link', signedLink],
  ['a link to a look, to a shop’s team, or of a mail', tokenLink],
  ['a link to sign in', mailedSession],
];

/** The names as well: where they stand, code of the server's has come along. */
const namesInCode = [
  'SEGMIND_BASE_URL',
  'NEXTAUTH_SECRET',
  'x-api-key',
  'DATABASE_URL',
  'CRON_SECRET',
];

/** What of the build goes out: chunks, and pages that were made beforehand. */
const served = ['static', 'server/app'];
const isServed = (file: string) =>
  !/\.(js|json|map|meta)$/.test(file) || !file.startsWith('server/');

test('no bundle holds a secret, or the name of one', () => {
  const build = inProject('.next');
  const files = served.flatMap((part) =>
    filesIn(path.join(build, part)).map((file) => path.join(part, file)),
  );
  expect(files.filter(isServed).length).toBeGreaterThan(50);
  // The shop's name is there, so this looks at what browsers are sent.
  expect(filesWith(path.join(build, 'static'), 'Fitting Room').length).toBeGreaterThan(0);
  const wanted = [...kept(), ...namesInCode.map((name) => [name, name] as const)];
  for (const [what, one] of wanted) {
    const told = served.flatMap((part) =>
      filesWith(path.join(build, part), one).map((file) => path.join(part, file)),
    );
    expect.soft(told.filter(isServed), what).toEqual([]);
  }
});

test('no log holds a secret', async () => {
  const logs = path.join(given('FITTING_ROOM_DATA'), 'logs');
  const server = readFileSync(path.join(logs, 'server.log'), 'utf8');
  expect(server.match(/"level":30,/g)?.length, 'it tells as much as a live one').toBeGreaterThan(0);
  for (const [what, wanted] of kept()) {
    expect.soft(filesWith(logs, wanted), what).toEqual([]);
  }
});

test('no row of any table holds a secret', async () => {
  const databaseUrl = given('DATABASE_URL');
  expect((await tablesIn(databaseUrl)).length).toBeGreaterThan(50);
  for (const [what, wanted] of kept()) {
    expect.soft(await tablesWith(databaseUrl, wanted), what).toEqual([]);
  }
});

test('the search finds what is there', async ({ shopper }) => {
  const { cookies } = await shopper.request.storageState();
  const own = cookies.find(({ name }) => name === 'next-auth.session-token')?.value ?? '';
  expect(own).toMatch(session);
  const link = '/api/media/1?expires=1790000000000&signature=aaaaaaaaaaaaaaaaaaaaaaaaa';
  expect(link).toMatch(signedLink);
  const pages = ['share', 'join', 'sign-up', 'reset-password', 'confirm-email'];
  const mailed = pages.map((page) => `/${page}/${'a'.repeat(43)}`);
  for (const one of mailed) expect(one).toMatch(tokenLink);
  const signIn = `/api/auth/callback/email?callbackUrl=x&token=${'0'.repeat(64)}`;

  // In the database: in a text of hers, where no secret belongs.
  const databaseUrl = given('DATABASE_URL');
  const tryOn = await shopper.ended(await shopper.submitOnModel());
  const feedback = `/api/try-ons/${tryOn.id}/feedback`;
  const texts = {
    other: [own.slice(0, 100), link, given('SEGMIND_API_KEY')],
    too_revealing: [...mailed, signIn],
  };
  for (const [kind, parts] of Object.entries(texts)) {
    const data = { kind, text: parts.join(' ') };
    expect((await shopper.request.post(feedback, { data })).ok()).toBe(true);
  }
  const planted = [session, signedLink, tokenLink, ...mailed, mailedSession];
  for (const wanted of [...planted, given('SEGMIND_API_KEY')]) {
    expect(await tablesWith(databaseUrl, wanted)).toContain('1 in public."Feedback"');
  }

  // In files: beside a log, in the middle of a long line.
  const folder = mkdtempSync(path.join(tmpdir(), 'fitting-room-needle-'));
  try {
    mkdirSync(path.join(folder, 'deep'));
    copyFileSync(
      path.join(given('FITTING_ROOM_DATA'), 'secrets.json'),
      path.join(folder, 'deep/x'),
    );
    expect(filesWith(folder, given('NEXTAUTH_SECRET'))).toEqual([path.join('deep', 'x')]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
