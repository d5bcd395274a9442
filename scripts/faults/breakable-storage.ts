import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** `refusing`: every access fails, as on a broken disk. `absent`: as if it were not mounted. */
export type Outage = 'refusing' | 'absent';

export interface BreakableStorage {
  break(outage: Outage): void;
  mend(): void;
}

/** The folder of the pictures behind a link, which is turned in one step: nobody sees a half-way. */
export function makeBreakableStorage(dataDir: string): BreakableStorage {
  const link = path.join(dataDir, 'blobs');
  const real = path.join(dataDir, 'blobs-on-disk');
  const file = path.join(dataDir, 'no-folder');
  mkdirSync(real);
  writeFileSync(file, '');
  const pointTo = (target: string) => {
    symlinkSync(target, `${link}.next`);
    renameSync(`${link}.next`, link);
  };
  pointTo(real);
  return {
    break: (outage) => pointTo(outage === 'refusing' ? file : path.join(dataDir, 'not-mounted')),
    mend: () => pointTo(real),
  };
}
