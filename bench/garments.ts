import type { Life } from '../scripts/command.ts';
import { measureBrowse } from './browse.ts';
import { crowdShops } from './crowded-shops.ts';
import { seededRandom } from './latencies.ts';
import type { Findings } from './report.ts';
import { startScratchDatabase } from './scratch-database.ts';
import { measureTable } from './table.ts';

/**
 * What a page of garments costs in shops as full as they may become, for shoppers and then for a
 * merchant: target P8.
 */
const GARMENTS = 100_000;
const SEED = 20_261_122;

export async function benchGarments(life: Life): Promise<Findings> {
  const url = await startScratchDatabase(life);
  const random = seededRandom(SEED);
  const shops = await crowdShops(url, GARMENTS, random);
  const browse = await measureBrowse(shops, random);
  const table = await measureTable(url, shops, random);
  const { disconnect } = await import('#lib/server/db.ts');
  await disconnect();
  return {
    figures: [...(browse.figures ?? []), ...(table.figures ?? [])],
    tables: [...(browse.tables ?? []), ...(table.tables ?? [])],
  };
}
