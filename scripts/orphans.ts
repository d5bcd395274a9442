// Programs that lost everybody who would have ended them: their command and their guard were both
// killed (`kill -9`). Each guard notes its program in a file and removes the note with it; the next
// start on the same data ends what is noted still.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folderOf = (dataDir: string) => path.join(dataDir, 'programs');

/** Where a guard of this data directory notes the program `name`. */
export function noteFile(dataDir: string, name: string): string {
  const folder = folderOf(dataDir);
  mkdirSync(folder, { recursive: true });
  return path.join(folder, name);
}

export function writeNote(file: string, pid: number): void {
  writeFileSync(file, `${pid}\n${birthOf(pid)}\n`);
}

/** Ends what is noted and still alive. Only for the holder of the data directory. */
export function endOrphans(dataDir: string): void {
  const folder = folderOf(dataDir);
  for (const name of list(folder)) {
    const file = path.join(folder, name);
    const [pid = '', birth = ''] = readFileSync(file, 'utf8').split('\n');
    // A process id is used again after a while; the second it was born in tells them apart.
    if (Number(pid) > 1 && birth && birthOf(Number(pid)) === birth) {
      try {
        process.kill(process.platform === 'win32' ? Number(pid) : -Number(pid), 'SIGKILL');
      } catch {
        // Ended between the look and the kill.
      }
    }
    rmSync(file, { force: true });
  }
}

/** Something that another process with the same number would not have: when it began. */
function birthOf(pid: number): string {
  try {
    // proc(5): the 22nd field is the start in clock ticks since boot. The second, the name, may
    // hold spaces, but no closing bracket follows it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? '';
  } catch {
    // A system without /proc, or a process that is no more.
  }
  const asked = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  });
  return asked.stdout?.trim() ?? '';
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
