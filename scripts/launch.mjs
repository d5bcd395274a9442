// The way in for every `npm run` command. It has no dependencies and keeps to syntax that Node 18
// understands, because it runs before anything is installed and under whatever Node the machine
// has. It installs what the lockfile names, then hands over to the TypeScript command under the
// Node that came with the packages.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from './install.mjs';

// 22.18 is the first Node that runs TypeScript files without a flag.
const OLDEST_NODE = [22, 18];

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

function stop(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/** The path of the Node that runs the commands: the one from the lockfile, else this one. */
function findNode() {
  const shipped = path.join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  const asked = existsSync(shipped)
    ? spawnSync(shipped, ['--version'], { encoding: 'utf8' })
    : null;
  const version = asked && asked.status === 0 ? asked.stdout.trim() : null;
  if (version && isNewEnough(version)) return shipped;
  if (isNewEnough(process.version)) return process.execPath;
  return stop(
    `This needs Node ${OLDEST_NODE.join('.')} or newer. The Node that comes with the packages ` +
      `${version ? `is ${version}` : 'was not installed'} and this machine has ${process.version}.\n` +
      `Run "npm ci" with install scripts allowed, or install Node 24 (https://nodejs.org), and try again.`,
  );
}

/** The commands that package.json sends through this file. */
function knownCommands() {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return Object.values(scripts).flatMap((line) => {
    const match = /launch\.mjs (\S+)/.exec(line);
    return match ? [match[1]] : [];
  });
}

const [command, ...rest] = process.argv.slice(2);
const script = path.join(root, 'scripts', `${command}.ts`);
if (!command || !knownCommands().includes(command) || !existsSync(script)) {
  stop(`Say what to do: npm run ${knownCommands().join(' | ')}`);
}

const failure = installIfNeeded(root);
if (failure) stop(failure);

// `react-server` is the condition under which the package `server-only` is an empty module, so
// that a command may import server code.
const child = spawn(
  findNode(),
  ['--conditions=react-server', '--disable-warning=ExperimentalWarning', script, ...rest],
  {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      // What the command was called from, for paths given on its command line.
      INIT_CWD: process.env.INIT_CWD || process.cwd(),
      PATH: [path.join(root, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter),
    },
  },
);

// A Ctrl-C reaches the whole group, a plain kill only this process: passing the signal on covers
// both, since a command takes the first one and ignores the rest. Whatever comes, this process
// stays until the command has cleaned up. Somebody who asks again after a while wants it by force:
// what the command started ends with it.
const PATIENCE_MS = 5000;
let askedAt = 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    askedAt = askedAt || Date.now();
    child.kill(Date.now() - askedAt > PATIENCE_MS ? 'SIGKILL' : signal);
  });
}
child.on('error', (error) => stop(`The command could not be started: ${error.message}`));
child.on('exit', (code, signal) => {
  process.exit(code === null ? (signal === 'SIGKILL' ? 137 : 1) : code);
});
