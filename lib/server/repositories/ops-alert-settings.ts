import 'server-only';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type StoredAlerts, storedAlerts } from '#lib/contracts/alerts.ts';
import type { Db } from '#lib/server/db.ts';

const SETTINGS = 'alerts';
const SIGNING = 'alerts.signing';

/** As admins have set them; what was never set, or is not understood any more, as at first. */
export async function findAlertSettings(db: Db): Promise<StoredAlerts> {
  const row = await db.setting.findUnique({ where: { key: SETTINGS }, select: { value: true } });
  return storedAlerts.parse(row?.value ?? {});
}

/** The same, held against others who change them until the transaction is over. */
export async function holdAlertSettings(tx: Db): Promise<StoredAlerts> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${SETTINGS}))`;
  return findAlertSettings(tx);
}

export async function putAlertSettings(tx: Db, settings: StoredAlerts): Promise<void> {
  await tx.setting.upsert({
    where: { key: SETTINGS },
    create: { key: SETTINGS, value: settings },
    update: { value: settings },
    select: { key: true },
  });
}

const signing = z.object({ salt: z.string() });

/** What the webhook's secret is made of, together with the server's own; null until there is one. */
export async function findSigningSalt(db: Db): Promise<string | null> {
  const row = await db.setting.findUnique({ where: { key: SIGNING }, select: { value: true } });
  return row ? signing.parse(row.value).salt : null;
}

export async function renewSigningSalt(tx: Db): Promise<string> {
  const value = { salt: randomBytes(16).toString('base64url') };
  await tx.setting.upsert({
    where: { key: SIGNING },
    create: { key: SIGNING, value },
    update: { value },
    select: { key: true },
  });
  return value.salt;
}
