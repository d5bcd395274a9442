import 'server-only';
import { type AlertRule, type AlertState, alertRules } from '#lib/domain/alerts.ts';
import type { Db } from '#lib/server/db.ts';

/** Which alerts are on, and who was told when. */

export interface KeptAlert extends AlertState {
  rule: AlertRule;
  value: number | null;
}

const alertColumns = {
  rule: true,
  since: true,
  toldAt: true,
  endedAt: true,
  value: true,
} as const;

const isRule = (text: string): text is AlertRule => alertRules.some((rule) => rule === text);

/** In the order of the rules; those that were never weighed are left out. */
export async function listAlerts(db: Db): Promise<KeptAlert[]> {
  const rows = await db.alertState.findMany({ select: alertColumns });
  return rows
    .flatMap((row) => (isRule(row.rule) ? [{ ...row, rule: row.rule }] : []))
    .sort((one, other) => alertRules.indexOf(one.rule) - alertRules.indexOf(other.rule));
}

/** Every rule's state, held against other processes until the transaction is over. */
export async function holdAlerts(tx: Db): Promise<KeptAlert[]> {
  await tx.alertState.createMany({
    data: alertRules.map((rule) => ({ rule })),
    skipDuplicates: true,
  });
  await tx.$queryRaw`SELECT rule FROM "AlertState" ORDER BY rule FOR UPDATE`;
  return listAlerts(tx);
}

export async function keepAlert(tx: Db, { rule, ...state }: KeptAlert): Promise<void> {
  await tx.alertState.update({ where: { rule }, data: state, select: { rule: true } });
}

/** When the oldest appeal came that nobody has answered. */
export async function findOldestAppeal(db: Db): Promise<Date | null> {
  const row = await db.appeal.findFirst({
    where: { state: 'OPEN' },
    orderBy: { createdAt: 'asc' },
    select: { createdAt: true },
  });
  return row?.createdAt ?? null;
}
