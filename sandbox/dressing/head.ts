import type { Frame } from './frame.ts';
import { createMask, type Mask } from './image.ts';
import type { LabImage } from './lab.ts';
import { close, components } from './mask-ops.ts';
import { sample } from './skin.ts';

/**
 * Face and hair: everything above the chin, and what hangs from it in the colour of the hair.
 * The garment is drawn under it. The throat is not part of it, since collars cover throats.
 */
export function findHead(lab: LabImage, person: Mask, skin: Mask, frame: Frame): Mask {
  const { width, height } = lab;
  const sw = frame.shoulderWidth;
  const out = createMask(width, height);
  let crown = 0;
  const nx = Math.round(frame.nose.x);
  while (crown < frame.nose.y && person.data[crown * width + nx] === 0) crown++;
  const tall = frame.nose.y - crown;
  const hair = sample(lab, person, { x: nx, y: crown + 0.16 * tall }, 0.12 * tall + 2);
  const chest = sample(
    lab,
    person,
    { x: frame.neck.x, y: frame.neck.y + 0.35 * frame.torso },
    0.12 * sw,
  );
  const limit = frame.neck.y + 0.7 * frame.torso;
  for (let y = 0; y < Math.min(height, limit); y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (person.data[i] === 0 || Math.abs(x - frame.nose.x) > 1.1 * sw) continue;
      if (y < frame.chin) {
        out.data[i] = 1;
        continue;
      }
      if (!hair || skin.data[i] !== 0) continue;
      const d = Math.hypot(lab.L[i]! - hair.L, lab.a[i]! - hair.a, lab.b[i]! - hair.b);
      const e = chest
        ? Math.hypot(lab.L[i]! - chest.L, lab.a[i]! - chest.a, lab.b[i]! - chest.b)
        : 99;
      if (d < 17 && d < 0.6 * e) out.data[i] = 1;
    }
  }
  const { labels } = components(close(out, 1.5));
  const own = labels[Math.round(frame.nose.y) * width + nx] ?? 0;
  for (let i = 0; i < out.data.length; i++) {
    out.data[i] = labels[i] === own && own > 0 && person.data[i] !== 0 ? 1 : 0;
  }
  return out;
}
