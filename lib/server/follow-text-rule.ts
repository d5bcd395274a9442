import 'server-only';
import { db } from './db.ts';
import { putBack, refileByRule } from './repositories/refile-try-on.ts';
import {
  findRule,
  listFiledBy,
  listRulesInForce,
  listToRefile,
} from './repositories/text-rules.ts';

const BATCH = 100;

/**
 * Has some cases follow a rule: those filed otherwise are filed anew while it is in force, and put back
 * once it is retired. However often it is called, it comes to the same end.
 *
 * @param after where the batch before it came to its end; empty at the beginning.
 * @returns how many changed, and where to go on; null at the end.
 */
export async function followTextRule(
  ruleId: string,
  after: string,
): Promise<{ changed: number; next: string | null }> {
  const found = await findRule(db(), ruleId);
  if (!found) return { changed: 0, next: null };
  const { rule, inForce } = found;
  const page = { after, limit: BATCH };
  const rules = await listRulesInForce(db());
  let changed = 0;
  let last: string | undefined;
  if (inForce) {
    const cases = await listToRefile(db(), rule, page);
    for (const { tryOnId } of cases) {
      if (await refileByRule(db(), tryOnId, ruleId, rules)) changed += 1;
    }
    last = cases.length === BATCH ? cases.at(-1)?.id : undefined;
  } else {
    const filed = await listFiledBy(db(), ruleId, page);
    for (const tryOnId of filed) if (await putBack(db(), tryOnId, ruleId, rules)) changed += 1;
    last = filed.length === BATCH ? filed.at(-1) : undefined;
  }
  return { changed, next: last ?? null };
}
