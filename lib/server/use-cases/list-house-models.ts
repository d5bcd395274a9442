import 'server-only';
import type { HouseModelView } from '#lib/contracts/photo.ts';
import { db } from '#lib/server/db.ts';
import { listActiveHouseModels } from '#lib/server/repositories/house-models.ts';

export async function listHouseModels(): Promise<HouseModelView[]> {
  return listActiveHouseModels(db());
}
