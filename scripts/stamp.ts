// Staleness by content, not by date: a fresh clone, a branch switch and an editor that touches
// files all give wrong dates.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * One hash over the names and bytes of files and of everything in folders.
 * @param root the folder that `entries` are relative to; entries that do not exist count as absent
 * @param isLeftOut answers for a path relative to `root` with forward slashes
 */
export function hashOfFiles(
  root: string,
  entries: string[],
  isLeftOut: (file: string) => boolean = () => false,
): string {
  const hash = createHash('sha256');
  for (const file of entries.flatMap((entry) => filesUnder(root, entry, isLeftOut)).sort()) {
    const bytes = readFileSync(path.join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** The hash noted in a stamp file, if there is one. */
export function readStamp(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

export function writeStamp(file: string, hash: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${hash}\n`);
}

function filesUnder(root: string, entry: string, isLeftOut: (file: string) => boolean): string[] {
  if (isLeftOut(entry)) return [];
  const stats = statSync(path.join(root, entry), { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return [entry];
  return readdirSync(path.join(root, entry)).flatMap((name) =>
    filesUnder(root, `${entry}/${name}`, isLeftOut),
  );
}
