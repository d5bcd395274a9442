import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

/** What can open a connection to somewhere else. A handed-over `fetch` counts as well as a call. */
const CONNECTS =
  /(?<![.\w'])fetch\(|(?<![.\w'#/-])fetch(?=[,;)]|\s*$)|typeof fetch|from '(undici|node:(http|https|http2|net|tls|dgram)|nodemailer|@vercel\/blob|pg|next-auth\/providers[^']*)'|new (WebSocket|EventSource)\(/mu;

/** Every file that does, and why the address is none that a stranger wrote, or is checked. */
const allowed: Record<string, string> = {
  'lib/server/http/guarded-fetch.ts':
    'the one way to addresses that others wrote: pictures of imports, messages of alerts, results',
  'lib/server/provider.ts': 'hands the fetch to the provider’s client, for the configured API',
  'lib/server/segmind/context.ts': 'the provider’s API at the configured address, with the key',
  'lib/server/segmind/exchange.ts': 'the same; its redirects are not followed',
  'lib/server/mail/send-mail.ts': 'the configured mail server',
  'lib/server/storage/vercel-blob-storage.ts': 'the configured store',
  'lib/server/auth/github-provider.ts': 'GitHub’s sign-in, at its own address',
  'lib/server/auth/options.ts': 'Google’s sign-in, and the configured mail server',
  'lib/server/db.ts': 'the configured database',
  'lib/server/worker/change-feed.ts': 'the configured database',
  'scripts/server-process.ts': 'the server that the script has started',
  'scripts/try-on-client.ts': 'the server that its user has named',
  'scripts/instance.ts': 'another `npm start` on this machine',
  'scripts/ports.ts': 'looks for a free port',
  'scripts/long-queue.mjs': 'only listens',
  'scripts/database-connection.ts': 'the configured database',
  'scripts/find-text.ts': 'the database that the browser tests ran on',
  'scripts/schema-engine.ts': 'the configured database',
  'scripts/faults/fault-proxy.ts': 'stands between the server and the sandbox',
  'scripts/faults/sandbox-control.ts': 'the sandbox of the fault campaign',
};

it('lists everything that connects to somewhere else', () => {
  const files = globSync(
    ['lib/server/**/*.ts', 'app/**/*.{ts,tsx}', 'scripts/**/*.{ts,mjs}', 'prisma/*.ts', '*.ts'],
    {
      cwd: root,
    },
  )
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !/\.(test|integration|contract)\.ts$|\/testing\/|\/generated\//u.test(file));
  const found = files.filter((file) =>
    CONNECTS.test(codeOf(readFileSync(path.join(root, file), 'utf8'))),
  );
  expect(found.sort()).toEqual(Object.keys(allowed).sort());
});

/** Comments and types connect to nothing. */
const codeOf = (text: string) =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\//gu, '')
    .replaceAll(/(?<![:'"`])\/\/.*$/gmu, '')
    .replaceAll(/^import type .*$/gmu, '');
