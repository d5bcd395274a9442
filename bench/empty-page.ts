import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runChild, startChild } from '../scripts/child.ts';
import type { Life } from '../scripts/command.ts';
import { givenEnv } from '../scripts/local-env.ts';
import { anyFreePort } from '../scripts/ports.ts';
import { inProject } from '../scripts/project.ts';

const files = {
  'package.json': '{ "type": "module", "private": true }',
  'next.config.mjs': 'export default {};',
  // Or Next takes the one of the project around it.
  'instrumentation.js': 'export function register() {}\n',
  'app/layout.jsx':
    "export const metadata = { title: 'Empty' };\n" +
    'export default function Layout({ children }) {\n' +
    '  return <html lang="en"><body>{children}</body></html>;\n}\n',
  'app/page.jsx': 'export default function Page() {\n  return <h1>Empty</h1>;\n}\n',
  // Asked for anew each time, as everything that belongs to somebody is.
  'app/api/bare/route.js':
    "export const dynamic = 'force-dynamic';\n" +
    'export function GET() {\n  return Response.json({ ok: true });\n}\n',
};

/** Builds and serves the least that Next can serve, a page and the handler `/api/bare`; answers its address. */
export async function serveEmptyPage(life: Life): Promise<string> {
  // Inside the project, where Next is found, and not in node_modules, whose files are not compiled.
  const folder = inProject('.data', 'empty-page');
  rmSync(folder, { recursive: true, force: true });
  life.cleanUp(async () => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }

  const next = inProject('node_modules/next/dist/bin/next');
  const env = { ...givenEnv(), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const built = await runChild(process.execPath, [next, 'build'], { env, cwd: folder });
  if (built.code !== 0) throw new Error(`The empty page could not be built:\n${built.output}`);

  const port = await anyFreePort();
  const ready = Promise.withResolvers<void>();
  const server = startChild(process.execPath, [next, 'start', '--port', String(port)], {
    env,
    cwd: folder,
    output(text) {
      if (/Ready/.test(text)) ready.resolve();
    },
  });
  life.cleanUp(() => server.stop());
  await Promise.race([ready.promise, server.ended]);
  return `http://localhost:${port}`;
}
