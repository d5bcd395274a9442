import 'server-only';
import type { HouseModelView } from '#lib/contracts/photo.ts';
import type { Db } from '#lib/server/db.ts';
import { publicPictureSelect, toPublicPicture } from './media.ts';

export async function listActiveHouseModels(db: Db): Promise<HouseModelView[]> {
  const rows = await db.houseModel.findMany({
    where: { active: true },
    orderBy: { position: 'asc' },
    select: {
      slug: true,
      name: true,
      description: true,
      heightCm: true,
      media: { select: publicPictureSelect },
    },
  });
  return rows.map(({ media, ...model }) => ({ ...model, picture: toPublicPicture(media) }));
}

/** Ids by slug; of one that is not in use any more there is none. */
export async function findHouseModelIds(db: Db, slugs: string[]): Promise<Map<string, string>> {
  const rows = await db.houseModel.findMany({
    where: { slug: { in: slugs }, active: true },
    orderBy: { position: 'asc' },
    select: { id: true, slug: true },
  });
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

export async function findActiveHouseModel(db: Db, slug: string) {
  return db.houseModel.findFirst({ where: { slug, active: true }, select: { id: true } });
}
