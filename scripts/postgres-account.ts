// PostgreSQL refuses to run as root. Started by root (containers, mostly) it runs under another
// account of the machine; none is created.
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.ts';

export interface ServerAccount {
  /** Undefined when this process is not root and the server runs as it. */
  ids?: { uid: number; gid: number };
  /** The command line that runs `program` under the account. */
  wrap(program: string, args: string[]): { command: string; args: string[] };
  /** Makes a file or folder the account's own. */
  give(file: string): void;
}

const asItIs = (command: string, args: string[]) => ({ command, args });

/**
 * The account for a server whose data is in `dataDir` (made already) and whose programs are in
 * `programDir`. Throws a `Problem` when no account can reach both.
 */
export function findServerAccount(dataDir: string, program: string): ServerAccount {
  if (process.getuid?.() !== 0) return { wrap: asItIs, give: () => {} };
  const ids = ownerOf(dataDir) ?? idsOf('postgres') ?? idsOf('nobody');
  if (!ids) {
    throw new Problem(
      'PostgreSQL does not run as root, and this machine has neither an account "postgres" nor "nobody". Start as another user, or set DATABASE_URL.',
    );
  }
  const give = (file: string) => chownSync(file, ids.uid, ids.gid);
  if (canReach(ids, path.dirname(dataDir), program)) return { ids, wrap: asItIs, give };

  // The checkout is behind a folder that only root may enter (/root, a home of mode 700). The right
  // to walk through such folders is one Linux capability, which setpriv can leave to the account.
  // Containers often grant root only the wider one of the two.
  for (const capability of ['dac_read_search', 'dac_override']) {
    const wrap = (command: string, args: string[]) => ({
      command: 'setpriv',
      args: [
        `--reuid=${ids.uid}`,
        `--regid=${ids.gid}`,
        '--clear-groups',
        // PostgreSQL asks access(2) for its own programs, which looks away from the capabilities of
        // an account that is not root unless this bit is set.
        '--securebits=+no_setuid_fixup',
        `--inh-caps=-all,+${capability}`,
        `--ambient-caps=-all,+${capability}`,
        command,
        ...args,
      ],
    });
    const asksAccess = 'require("node:fs").accessSync(process.argv[1], 1)';
    const trial = wrap(process.execPath, ['-e', asksAccess, program]);
    if (spawnSync(trial.command, trial.args).status === 0) return { wrap, give };
  }
  throw new Problem(
    `PostgreSQL does not run as root, and the account it would run under cannot enter ${dataDir}. ` +
      'Put the checkout where other accounts may enter (for example /srv), start as another user, or set DATABASE_URL.',
  );
}

/** Who owns the data of an earlier start; only that account may open it again. */
function ownerOf(dataDir: string): { uid: number; gid: number } | undefined {
  if (!existsSync(path.join(dataDir, 'PG_VERSION'))) return undefined;
  const { uid, gid } = statSync(dataDir);
  return uid === 0 ? undefined : { uid, gid };
}

function idsOf(name: string): { uid: number; gid: number } | undefined {
  const uid = Number.parseInt(spawnSync('id', ['-u', name], { encoding: 'utf8' }).stdout, 10);
  const gid = Number.parseInt(spawnSync('id', ['-g', name], { encoding: 'utf8' }).stdout, 10);
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : undefined;
}

function canReach(ids: { uid: number; gid: number }, folder: string, program: string): boolean {
  const options = { ...ids, cwd: '/' };
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], options).status === 0 &&
    spawnSync(program, ['--version'], options).status === 0
  );
}
