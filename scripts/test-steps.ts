import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startApp } from './app.ts';
import { ensureBrowser } from './browser.ts';
import { buildApp, isBuildFresh } from './build.ts';
import { runChild } from './child.ts';
import type { Life } from './command.ts';
import { findRunning } from './instance.ts';
import { endOrphans } from './orphans.ts';
import { anyFreePort } from './ports.ts';
import { clearLeftovers } from './postgres-leftovers.ts';
import { ensureClient } from './prisma-client.ts';
import { explainFailure, Problem } from './problem.ts';
import { secondsSince } from './progress.ts';
import { dataDirectory, inProject, projectRoot } from './project.ts';
import type { Part } from './test-parts.ts';
import { type Counts, countPlaywright, countRounds, countVitest } from './test-reports.ts';
import type { Variables } from './variables.ts';

interface Context {
  given: Variables;
  filters: string[];
  life: Life;
}

interface Outcome extends Counts {
  /** Shown when something failed. */
  output: string;
}

/** Data directories of browser test runs, inside the ordinary one. */
const RUN_PREFIX = 'e2e-';

const steps: Record<Part, { label: string; run: (context: Context) => Promise<Outcome> }> = {
  types: { label: 'Types', run: checkTypes },
  lint: { label: 'Lint', run: checkLint },
  unit: { label: 'Unit tests', run: (context) => runVitest('unit', context) },
  integration: {
    label: 'Integration tests on PostgreSQL',
    run: (context) => runVitest('integration', context),
  },
  faults: { label: 'Fault campaign, short form', run: runFaults },
  build: { label: 'Production build', run: checkBuild },
  e2e: { label: 'Browser tests', run: runBrowserTests },
};

/** Runs one part and prints its line, and its output when something failed. Never throws. */
export async function runPart(part: Part, context: Context): Promise<Counts> {
  const { label, run } = steps[part];
  const startedAt = performance.now();
  let outcome: Outcome;
  try {
    outcome = await run(context);
  } catch (error) {
    outcome = { passed: 0, failed: 1, output: explainFailure(error) };
  }
  const { passed, failed, output } = outcome;
  if (context.life.stopped.aborted) return { passed, failed };
  if (failed > 0) process.stdout.write(`\n${output.trim()}\n\n`);
  const counts = passed + failed === 1 ? '' : ` ${passed} passed, ${failed} failed,`;
  process.stdout.write(
    `${failed === 0 ? '✓' : '✗'} ${label}:${counts || (failed === 0 ? ' passed,' : ' failed,')} ${secondsSince(startedAt)}\n`,
  );
  return { passed, failed };
}

async function runTool(script: string, args: string[], env: Variables): Promise<Outcome> {
  const result = await runChild(process.execPath, [inProject('node_modules', script), ...args], {
    env,
    cwd: projectRoot,
  });
  const ok = result.code === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output: result.output };
}

async function checkTypes({ given }: Context): Promise<Outcome> {
  await ensureClient(given);
  // Writes next-env.d.ts and the types of the routes, which the sources refer to.
  const generated = await runTool('next/dist/bin/next', ['typegen'], given);
  if (generated.failed > 0) return generated;
  return runTool('typescript/bin/tsc', ['--noEmit', '--project', '.'], given);
}

async function checkLint({ given }: Context): Promise<Outcome> {
  return runTool('@biomejs/biome/bin/biome', ['check', '.'], given);
}

async function runVitest(
  project: 'unit' | 'integration',
  { given, filters }: Context,
): Promise<Outcome> {
  await ensureClient(given);
  return withReport(async (report) => {
    const result = await runChild(
      process.execPath,
      [
        inProject('node_modules/vitest/vitest.mjs'),
        'run',
        ...['--project', `${project}*`, '--passWithNoTests'],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
        ...filters,
      ],
      { env: { ...given, NODE_ENV: 'test' }, cwd: projectRoot },
    );
    return { ...countVitest(report, result.code), output: result.output };
  });
}

async function runFaults({ given }: Context): Promise<Outcome> {
  await ensureClient(given);
  return withReport(async (report) => {
    const result = await runChild(
      process.execPath,
      [
        ...['--conditions=react-server', '--disable-warning=ExperimentalWarning'],
        ...[inProject('scripts/test-faults.ts'), '--short', '--report', report],
      ],
      { env: given, cwd: projectRoot },
    );
    return { ...countRounds(report, result.code), output: result.output };
  });
}

async function checkBuild({ given }: Context): Promise<Outcome> {
  if (isBuildFresh()) return { passed: 1, failed: 0, output: '' };
  const running = await findRunning(dataDirectory(given));
  if (running?.mode === 'start') {
    throw new Problem(
      `A server runs from the build of this checkout (${running.url ?? `process ${running.pid}`}), which is older than the sources. Stop it first.`,
    );
  }
  await ensureClient(given);
  await buildApp(given);
  return { passed: 1, failed: 0, output: '' };
}

async function runBrowserTests({ given, filters, life }: Context): Promise<Outcome> {
  const browser = await ensureBrowser(given, { withoutWindows: !filters.includes('--headed') });
  await removeAbandonedRuns();
  const dataDir = path.join(dataDirectory({}), `${RUN_PREFIX}${process.pid}`);
  life.cleanUp(async () => rmSync(dataDir, { recursive: true, force: true }));
  // Nothing of the person's own set-up: no real database, no paid calls.
  const ours = Object.entries(given).filter(
    ([name]) => !/^(DATABASE_URL|SEGMIND_|BLOB_|SMTP_|NEXTAUTH_|GOOGLE_|GITHUB_CLIENT)/.test(name),
  );
  const app = await startApp(
    {
      mode: 'start',
      given: {
        ...Object.fromEntries(ours),
        SEGMIND_RPM: '6000',
        SEGMIND_LATENCY_MS: '300',
        // Tests say where their people come from, as a proxy would.
        TRUSTED_PROXIES: '1',
      },
      dataDir,
      port: await anyFreePort(),
      sandboxFlags: ['--instant', '--dress-once'],
      show: 'nothing',
    },
    life,
  );
  return withReport(async (report) => {
    const run = runChild(
      process.execPath,
      [inProject('node_modules/@playwright/test/cli.js'), 'test', ...filters],
      {
        env: {
          ...app.env,
          NODE_ENV: 'test',
          E2E_BASE_URL: app.url,
          E2E_SANDBOX_URL: app.sandboxUrl,
          CHROMIUM_PATH: browser,
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        },
        cwd: projectRoot,
      },
    );
    const result = await Promise.race([run, app.broken]);
    return { ...countPlaywright(report, result.code), output: result.output };
  });
}

/** What runs that were killed have left. */
async function removeAbandonedRuns(): Promise<void> {
  const parent = dataDirectory({});
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(RUN_PREFIX))) {
    const dataDir = path.join(parent, name);
    if (await findRunning(dataDir)) continue;
    endOrphans(dataDir);
    await clearLeftovers(path.join(dataDir, 'postgres'));
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function withReport(work: (file: string) => Promise<Outcome>): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fitting-room-report-'));
  try {
    return await work(path.join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
