import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consentTextBody, settings as contract } from '#lib/contracts/settings.ts';
import { settingsOfProgram } from '#lib/domain/settings.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { forgetSettings } from '#lib/server/settings.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { makeGarment, makePerson, plainPicture } from '#lib/server/testing/shop-floor.ts';
import { currentConsent } from '#lib/words/consent.ts';
import { addPhoto } from './add-photo.ts';
import { changeSettings } from './change-settings.ts';
import { getConsentText } from './get-consent-text.ts';
import { getSettings } from './get-settings.ts';
import { giveConsent } from './give-consent.ts';
import { measureAllowanceIn } from './measure-allowance.ts';
import { submitTryOn } from './submit-try-on.ts';
import { writeConsentText } from './write-consent-text.ts';

await startTestProvider();
afterAll(disconnect);

let admin: Actor;
let shopper: Actor;
beforeEach(async () => {
  admin = await makePerson({ role: 'ADMIN' });
  shopper = await makePerson();
});
afterEach(async () => {
  await db().setting.deleteMany({ where: { key: 'try-ons' } });
  await db().consentText.deleteMany();
  forgetSettings();
});

const photo = async (consentVersion: string, actor = shopper) =>
  addPhoto(actor, { bytes: await plainPicture(), consentVersion });

describe('the settings', () => {
  it('are the program’s own until somebody changes them, and then hold for what is asked for', async () => {
    expect((await getSettings(admin)).settings).toEqual(settingsOfProgram);
    const guest = await makePerson({ isGuest: true, email: null });
    const settings = {
      parameters: { steps: 40, guidance: 3.5 },
      dailyTryOns: { guest: 2, account: 7 },
      retention: { ...settingsOfProgram.retention, photoDays: 20 },
    };
    await changeSettings(admin, { settings, instead: settingsOfProgram });
    // Another admin, who has the page open since before that.
    await expect(
      changeSettings(admin, { settings: settingsOfProgram, instead: settingsOfProgram }),
    ).rejects.toMatchObject({ code: 'conflict' });
    const { id: photoId } = await photo(currentConsent.version);
    const { slug } = await makeGarment();
    const subject = { kind: 'photo' as const, photoId };
    const { id } = await submitTryOn(shopper, { garment: slug, subject }, randomUUID());
    expect(await db().tryOn.findUniqueOrThrow({ where: { id } })).toMatchObject({
      steps: 40,
      guidance: 3.5,
    });
    expect(await measureAllowanceIn(db(), guest, null, new Date())).toMatchObject({ aDay: 2 });
    expect(await measureAllowanceIn(db(), shopper, null, new Date())).toMatchObject({ aDay: 7 });
    expect(await db().auditEntry.findFirst({ where: { actorId: admin.userId } })).toMatchObject({
      action: 'settings.changed',
      detail: {
        steps: '25 → 40',
        guidance: '2 → 3.5',
        guest: '12 → 2',
        account: '60 → 7',
        photoDays: '30 → 20',
      },
    });
  });

  it('are within the provider’s ranges, and give an account no less than a guest', () => {
    const wrong = [
      { parameters: { steps: 101, guidance: 2 }, dailyTryOns: { guest: 1, account: 1 } },
      { parameters: { steps: 25, guidance: 0.5 }, dailyTryOns: { guest: 1, account: 1 } },
      { parameters: { steps: 25, guidance: 2 }, dailyTryOns: { guest: 2, account: 1 } },
    ];
    for (const one of wrong) expect(contract.safeParse(one).success).toBe(false);
  });

  it('are the program’s own again when what is kept cannot be read', async () => {
    await db().setting.create({ data: { key: 'try-ons', value: { parameters: 'odd' } } });
    expect((await getSettings(admin)).settings).toEqual(settingsOfProgram);
  });
});

describe('a new consent text', () => {
  const text = 'I agree to something that is quite another thing than before.';

  it('asks everybody again before the next photo, and leaves old consents their text', async () => {
    await photo(currentConsent.version);
    const { version } = await writeConsentText(admin, { text, instead: currentConsent.version });
    expect(await getConsentText()).toEqual({ version, text });
    await expect(photo(currentConsent.version)).rejects.toMatchObject({ code: 'consent_required' });
    await photo(version);
    const consents = await db().consent.findMany({
      where: { userId: shopper.userId },
      orderBy: { givenAt: 'asc' },
      select: { version: true, text: true },
    });
    expect(consents).toEqual([{ ...currentConsent }, { version, text }]);
    const { consents: listed } = await getSettings(admin);
    expect(listed.map((one) => one.version)).toEqual([version, currentConsent.version]);
    expect(listed[0]).toMatchObject({ text, by: 'Test', given: 1 });
    expect(await db().auditEntry.findFirst({ where: { actorId: admin.userId } })).toMatchObject({
      action: 'consent-text.written',
      subjectId: version,
      detail: { instead: currentConsent.version },
    });
  });

  it('is agreed to before a photo that was given earlier is used again', async () => {
    const { id: photoId } = await photo(currentConsent.version);
    const { slug } = await makeGarment();
    const body = { garment: slug, subject: { kind: 'photo' as const, photoId } };
    const { version } = await writeConsentText(admin, { text, instead: currentConsent.version });
    const asked = submitTryOn(shopper, body, randomUUID());
    await expect(asked).rejects.toMatchObject({ code: 'consent_required' });
    await giveConsent(shopper, version);
    expect(await submitTryOn(shopper, body, randomUUID())).toMatchObject({ state: 'queued' });
  });

  it('is not written over one that its writer has not read', async () => {
    const instead = currentConsent.version;
    await writeConsentText(admin, { text, instead });
    const other = writeConsentText(admin, { text: `${text} And more.`, instead });
    await expect(other).rejects.toMatchObject({ code: 'conflict' });
    expect(consentTextBody.safeParse({ text: 'Yes.', instead }).success).toBe(false);
  });
});

it('all of that is for admins only', async () => {
  for (const act of [
    () => getSettings(shopper),
    () => changeSettings(shopper, { settings: settingsOfProgram, instead: settingsOfProgram }),
    () => writeConsentText(shopper, { text: 'Anything', instead: currentConsent.version }),
  ]) {
    await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
  }
});
