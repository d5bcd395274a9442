import 'server-only';
import { randomBytes } from 'node:crypto';
import { slugify } from '#lib/domain/slug.ts';
import { db } from '#lib/server/db.ts';
import { slugIsTaken } from '#lib/server/repositories/shop-garments.ts';

/** An address that no garment has yet. */
export async function freeSlug(title: string): Promise<string> {
  const slug = slugify(title);
  return (await slugIsTaken(db(), slug)) ? `${slug}-${randomBytes(3).toString('hex')}` : slug;
}
