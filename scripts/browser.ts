// The browser of the browser tests. None is downloaded by the test tool: not every machine can
// reach the place that it downloads from.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { runChild } from './child.ts';
import { Problem } from './problem.ts';
import { step } from './progress.ts';
import type { Variables } from './variables.ts';

/** Debian's package of the same browser without windows, which takes a fifth less of the processor. */
const SHELL = 'chromium-headless-shell';
const BROWSER = 'chromium';
const OTHERS = ['chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

interface Wanted {
  /** The shell will do, and is rather taken. What is measured is measured in what people have. */
  withoutWindows: boolean;
}

const packagesFor = ({ withoutWindows }: Wanted) => (withoutWindows ? [SHELL, BROWSER] : [BROWSER]);

/** The path of a Chromium on this machine, if there is one. */
function findBrowser(env: Variables, wanted: Wanted): string | undefined {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  const folders = (env.PATH ?? '').split(path.delimiter);
  const names = [...packagesFor(wanted), ...OTHERS];
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...candidates, MAC_CHROME].find(isExecutable);
}

/** A Chromium, installed with apt when there is none and root may. Throws a `Problem` without. */
export async function ensureBrowser(env: Variables, wanted: Wanted): Promise<string> {
  const found = findBrowser(env, wanted);
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    await step('Installing Chromium with apt-get', () => install(env, wanted));
    const installed = findBrowser(env, wanted);
    if (installed) return installed;
  }
  throw new Problem(
    'The browser tests need Chromium or Google Chrome. Install one (Debian: apt-get install chromium), or set CHROMIUM_PATH to its program.',
  );
}

/** The first of the packages that there is: not every Debian has the shell. */
async function install(env: Variables, wanted: Wanted): Promise<string> {
  const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
  await runChild('apt-get', ['update'], options);
  let said = '';
  for (const name of packagesFor(wanted)) {
    const args = ['install', '-y', '--no-install-recommends', name];
    said = (await runChild('apt-get', args, options)).output;
    const installed = findBrowser(env, wanted);
    if (installed) return installed;
  }
  throw new Problem(`Chromium could not be installed:\n${said.trim().slice(-1500)}`);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
