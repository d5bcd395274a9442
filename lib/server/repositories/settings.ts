import 'server-only';
import { type ConsentVersion, type ConsentView, settings } from '#lib/contracts/settings.ts';
import { type Settings, settingsOfProgram } from '#lib/domain/settings.ts';
import type { Db } from '#lib/server/db.ts';
import { currentConsent } from '#lib/words/consent.ts';

const KEY = 'try-ons';

/** What does not fit any more is as good as not there: the program's own holds. */
export async function findSettings(db: Db): Promise<Settings> {
  const row = await db.setting.findUnique({ where: { key: KEY }, select: { value: true } });
  return settings.catch(settingsOfProgram).parse(row?.value ?? settingsOfProgram);
}

export async function writeSettings(tx: Db, value: Settings): Promise<void> {
  const json = {
    ...value,
    parameters: { ...value.parameters },
    dailyTryOns: { ...value.dailyTryOns },
    retention: { ...value.retention },
  };
  await tx.setting.upsert({
    where: { key: KEY },
    create: { key: KEY, value: json },
    update: { value: json },
    select: { key: true },
  });
}

/** One change after the other, of the settings and of the consent text. */
export async function lockSettings(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('settings'))`;
}

/** The newest; the one that comes with the program until somebody writes another. */
export async function findConsentText(db: Db): Promise<ConsentView> {
  const row = await db.consentText.findFirst({
    orderBy: { createdAt: 'desc' },
    select: { version: true, text: true },
  });
  return row ?? { version: currentConsent.version, text: currentConsent.text };
}

export async function createConsentText(
  tx: Db,
  text: ConsentView & { createdById: string; createdAt: Date },
): Promise<void> {
  await tx.consentText.create({ data: text, select: { version: true } });
}

/** All versions, the newest first, with how often each was agreed to. */
export async function listConsentTexts(db: Db): Promise<ConsentVersion[]> {
  const [rows, given] = await Promise.all([
    db.consentText.findMany({
      orderBy: { createdAt: 'desc' },
      select: {
        version: true,
        text: true,
        createdAt: true,
        createdBy: { select: { name: true, email: true } },
      },
    }),
    db.consent.groupBy({ by: ['version'], _count: true }),
  ]);
  const countOf = (version: string) => given.find((one) => one.version === version)?._count ?? 0;
  const written = rows.map(({ createdAt, createdBy, ...text }) => ({
    ...text,
    at: createdAt.toISOString(),
    by: createdBy && (createdBy.name ?? createdBy.email),
    given: countOf(text.version),
  }));
  const { version, text } = currentConsent;
  return [...written, { version, text, at: null, by: null, given: countOf(version) }];
}
