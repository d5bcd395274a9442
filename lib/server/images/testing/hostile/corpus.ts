import { bombs } from './bombs.ts';
import { carriers } from './carriers.ts';
import { damagedFiles } from './damage.ts';
import { foreignFiles } from './foreign.ts';
import type { HostileUpload } from './hostile-upload.ts';
import { oddShapes } from './shapes.ts';

/** All of them, the same ones each time: made on the spot, since nobody wants these in a repository. */
export async function hostileUploads(): Promise<HostileUpload[]> {
  const all = await Promise.all([foreignFiles(), bombs(), damagedFiles(), carriers(), oddShapes()]);
  return all.flat();
}
