import { randomUUID } from 'node:crypto';
import { afterAll, expect, it, onTestFinished, vi } from 'vitest';
import { closeBoss } from '#lib/server/background/boss.ts';
import { mailCapNoticeTask } from '#lib/server/background/mail-cap-notice.ts';
import { runTasks } from '#lib/server/background/run-tasks.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { env } from '#lib/server/env.ts';
import { setShopCaps } from '#lib/server/repositories/shop-caps.ts';
import { makeGarment, makeHouseModel, makePerson } from '#lib/server/testing/shop-floor.ts';
import { startSmtpSink } from '#lib/server/testing/smtp-sink.ts';
import { cancelTryOn } from './cancel-try-on.ts';
import { submitTryOn } from './submit-try-on.ts';

afterAll(async () => {
  await closeBoss(1_000);
  await disconnect();
});

async function cappedShop() {
  const { slug: garment, shopId } = await makeGarment();
  const caps = { monthlyTryOns: 5, dailyTryOns: null, shopperDailyTryOns: null };
  await setShopCaps(db(), shopId, caps);
  const owners = [await makePerson(), await makePerson()];
  for (const { userId } of owners) {
    await db().shopMember.create({ data: { shopId, userId, role: 'OWNER' } });
  }
  const viewer = await makePerson();
  await db().shopMember.create({ data: { shopId, userId: viewer.userId, role: 'VIEWER' } });
  const { slug: model } = await makeHouseModel();
  const ask = () =>
    submitTryOn(viewer, { garment, subject: { kind: 'house-model', slug: model } }, randomUUID());
  return { shopId, owners, viewer, ask };
}

it('writes to every owner once at four fifths of a month’s cap and once at its end', async () => {
  const sink = await startSmtpSink();
  Object.assign(env(), { SMTP_URL: sink.url });
  onTestFinished(async () => {
    Object.assign(env(), { SMTP_URL: undefined });
    await sink.close();
  });
  const { shopId, owners, viewer, ask } = await cappedShop();
  await ask();
  await ask();
  await ask();
  // Past the mark, back, and past it once more.
  await cancelTryOn(viewer, (await ask()).id);
  await ask();
  await ask();

  const runner = runTasks([mailCapNoticeTask]);
  onTestFinished(() => runner.stop(1_000));
  await vi.waitFor(() => expect(sink.mails).toHaveLength(4), { timeout: 20_000, interval: 50 });
  for (const { email } of owners) {
    const theirs = sink.mails.filter((mail) => mail.includes(`To: ${email}`)).join('\n');
    expect(theirs).toContain('has used 4 of 5 try-ons');
    expect(theirs).toContain('has used 5 of 5 try-ons');
    expect(theirs).toContain('/spend');
  }
  expect(await db().shopCapNotice.count({ where: { shopId } })).toBe(2);
});

it('notes nothing where there is no mail server: nobody was written to', async () => {
  const { shopId, ask } = await cappedShop();
  for (let index = 0; index < 5; index += 1) await ask();
  expect(await db().shopCapNotice.count({ where: { shopId } })).toBe(0);
});
