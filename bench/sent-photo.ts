import { readFile } from 'node:fs/promises';
import { KEPT_SIDE } from '#lib/domain/kept-side.ts';
import { sharp } from '#lib/server/images/guarded-sharp.ts';
import { inProject } from '../scripts/project.ts';

/** Of a person, as large as the browser makes a photo before it sends it: JPEG. */
export async function sentPhoto(): Promise<Buffer> {
  const person = await readFile(inProject('public/demo/models/f2.webp'));
  return sharp(person)
    .resize((KEPT_SIDE.photo * 3) / 4, KEPT_SIDE.photo, { fit: 'cover' })
    .jpeg({ quality: 88 })
    .toBuffer();
}
