// Keeps node_modules in step with the lockfile. Dependency-free for the same reason as launch.mjs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Whether node_modules holds what the lockfile names. */
export function isInstalled(root) {
  const lockfile = path.join(root, 'package-lock.json');
  const hidden = path.join(root, 'node_modules', '.package-lock.json');
  // npm writes its hidden lockfile last, so without it an install was cut short.
  if (!existsSync(hidden)) return false;
  const stamp = stampPath(root);
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === hashOf(lockfile);
  // Installed by hand with npm: trusted when it happened after the lockfile was last written.
  return statSync(hidden).mtimeMs >= statSync(lockfile).mtimeMs;
}

/** Runs `npm ci` when needed. Answers a sentence when that failed, else null. */
export function installIfNeeded(root) {
  const startedAt = Date.now();
  if (!isInstalled(root)) {
    process.stdout.write('Installing the packages of the lockfile … ');
    const result = runNpmCi(root);
    if (result.status !== 0) {
      process.stdout.write('failed\n');
      return explain(result);
    }
    process.stdout.write(`${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
  }
  const hash = hashOf(path.join(root, 'package-lock.json'));
  const stamp = stampPath(root);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
    try {
      writeFileSync(stamp, hash);
    } catch (error) {
      return `node_modules cannot be written (${error.code}). Check who owns the folder and the space on the disk.`;
    }
  }
  return null;
}

function stampPath(root) {
  return path.join(root, 'node_modules', '.fitting-room-lockfile');
}

function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function runNpmCi(root) {
  // Tests and the build need the development packages whatever NODE_ENV says.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  const npm = process.env.npm_execpath;
  if (npm && path.basename(npm) === 'npm-cli.js' && existsSync(npm)) {
    return spawnSync(process.execPath, [npm, ...args], options);
  }
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function explain(result) {
  if (result.error) {
    return `npm could not be started (${result.error.message}). Install npm, or run "npm ci" yourself.`;
  }
  const output = `${result.stdout}\n${result.stderr}`.trim();
  const tail = output.split('\n').slice(-40).join('\n');
  if (output.includes('ENOSPC')) {
    return `The disk is full: the packages need about 1.5 GB. Free some space and try again.`;
  }
  if (/EAI_AGAIN|ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET/.test(output)) {
    return `${tail}\n\nThe npm registry could not be reached. Check the network (or the proxy) and try again.`;
  }
  return `${tail}\n\n"npm ci" failed with the words above. Put that right and try again.`;
}
