import 'server-only';
import type { BagView } from '#lib/contracts/bag.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { toBagView } from '#lib/server/bag-view.ts';
import { db } from '#lib/server/db.ts';
import { listBagLines } from '#lib/server/repositories/bag.ts';

export async function getBag(actor: Actor): Promise<BagView> {
  return toBagView(await listBagLines(db(), actor.userId));
}
