import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type AlertSettingsBody, storedAlerts } from '#lib/contracts/alerts.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { closeBoss } from '#lib/server/background/boss.ts';
import { runTasks } from '#lib/server/background/run-tasks.ts';
import { workOff } from '#lib/server/background/work-off.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { env } from '#lib/server/env.ts';
import {
  findAlertSettings,
  putAlertSettings,
} from '#lib/server/repositories/ops-alert-settings.ts';
import type { Sample } from '#lib/server/repositories/ops-samples.ts';
import { makePerson } from '#lib/server/testing/shop-floor.ts';
import { startSmtpSink } from '#lib/server/testing/smtp-sink.ts';
import { getAlertSettings } from '#lib/server/use-cases/get-alert-settings.ts';
import { renewAlertSecret } from '#lib/server/use-cases/renew-alert-secret.ts';
import { setAlertSettings } from '#lib/server/use-cases/set-alert-settings.ts';
import { tryAlerts } from '#lib/server/use-cases/try-alerts.ts';
import { alertTasks } from './alert-tasks.ts';
import { watchWithoutWorkers } from './watch-without-workers.ts';
import { weighAlerts } from './weigh-alerts.ts';

interface Received {
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

const received: Received[] = [];
let status = 200;
const receiver = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => {
    received.push({ headers: request.headers, body });
    response.writeHead(status).end('noted');
  });
});
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
const address = receiver.address();
const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
process.env.ALERT_PRIVATE_HOSTS = host;
const webhook = `http://${host}/hook`;

afterAll(async () => {
  await closeBoss(1_000);
  await disconnect();
  await new Promise((resolve) => receiver.close(resolve));
});

const admin: Actor = {
  userId: randomUUID(),
  isGuest: false,
  role: 'ADMIN',
  name: null,
  email: null,
};
const first = storedAlerts.parse({});
const noon = new Date('2026-11-28T12:00:00Z');
const minutesOn = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

const sample = (oldestSeconds: number): Sample => ({
  minute: noon,
  queued: 1,
  oldestSeconds,
  underWay: 0,
  nearHour: 0,
  workers: 1,
  tokens: 1,
  credits: 1_000,
  paused: false,
});

const setUp = (change: Partial<AlertSettingsBody>) =>
  putAlertSettings(db(), { ...first, ...change });

beforeEach(async () => {
  received.length = 0;
  status = 200;
  await db().alertState.deleteMany();
  await db().setting.deleteMany();
  await db().workerBeat.deleteMany();
});

// One for all: the way to the mail server is opened once in a process.
const sink = await startSmtpSink();
afterAll(() => sink.close());

function withMailServer() {
  sink.mails.length = 0;
  Object.assign(env(), { SMTP_URL: sink.url });
  onTestFinished(() => {
    Object.assign(env(), { SMTP_URL: undefined });
  });
}

describe('an alert', () => {
  it('is told once when two processes notice it, by mail and to the webhook, and so is its end', async () => {
    withMailServer();
    await setUp({ recipients: ['one@example.org', 'two@example.org'], webhook });
    const { secret } = await renewAlertSecret(admin);
    const runner = runTasks(alertTasks);
    onTestFinished(() => runner.stop(1_000));

    await Promise.all([weighAlerts(sample(400), noon), weighAlerts(sample(400), noon)]);
    await weighAlerts(sample(400), minutesOn(1));
    await vi.waitFor(
      () => {
        expect(sink.mails).toHaveLength(2);
        expect(received).toHaveLength(1);
      },
      { timeout: 20_000, interval: 50 },
    );
    await Promise.all([
      weighAlerts(sample(10), minutesOn(2)),
      weighAlerts(sample(10), minutesOn(2)),
    ]);
    await vi.waitFor(
      () => {
        expect(sink.mails).toHaveLength(4);
        expect(received).toHaveLength(2);
      },
      { timeout: 20_000, interval: 50 },
    );

    expect(
      sink.mails.filter((mail) => mail.includes('Subject: Fitting Room: Long queue')),
    ).toHaveLength(2);
    expect(sink.mails.filter((mail) => mail.includes('To: two@example.org'))).toHaveLength(2);
    expect(sink.mails.join('\n')).toContain('/admin/operations');
    expect(received.map(({ body }) => JSON.parse(body))).toEqual([
      {
        rule: 'oldest',
        state: 'firing',
        value: 400,
        threshold: 300,
        since: noon.toISOString(),
        link: 'http://localhost:3000/admin/operations',
      },
      expect.objectContaining({ state: 'resolved', value: 10 }),
    ]);
    for (const { headers, body } of received) {
      const signed = createHmac('sha256', secret).update(
        `${headers['x-fitting-room-timestamp']}.${body}`,
      );
      expect(headers['x-fitting-room-signature']).toBe(`sha256=${signed.digest('hex')}`);
    }
  });

  it('is noted and told to nobody where there is no way to tell', async () => {
    await setUp({ recipients: ['one@example.org'] });
    await weighAlerts(sample(400), noon);
    const row = await db().alertState.findUniqueOrThrow({ where: { rule: 'oldest' } });
    expect(row).toMatchObject({ since: noon, toldAt: null, value: 400 });
    expect(await db().alertState.count({ where: { since: { not: null } } })).toBe(1);
  });

  it('that no worker is left is delivered by a process that is none', async () => {
    await setUp({ webhook });
    await db().workerBeat.create({
      data: { id: 'gone', kind: 'apart', startedAt: minutesOn(-60), seenAt: minutesOn(-10) },
    });
    await watchWithoutWorkers(noon);
    expect(received.map(({ body }) => JSON.parse(body))).toEqual([
      expect.objectContaining({ rule: 'no_worker', state: 'firing', value: 600 }),
    ]);
  });

  it('that the webhook does not take is sent again', async () => {
    await setUp({ webhook });
    status = 500;
    await weighAlerts(sample(400), noon);
    await workOff(alertTasks);
    expect(received).toHaveLength(1);
    status = 200;
    await vi.waitFor(
      async () => {
        await workOff(alertTasks);
        expect(received).toHaveLength(2);
      },
      { timeout: 20_000, interval: 500 },
    );
    await workOff(alertTasks);
    expect(received).toHaveLength(2);
  });
});

describe('the settings', () => {
  it('are as at first until somebody changes them, and whatever is not understood is so again', async () => {
    expect(await findAlertSettings(db())).toEqual(first);
    expect(first.rules.success_rate).toEqual({ on: true, threshold: 80, night: false });
    await db().setting.create({
      data: { key: 'alerts', value: { rules: { slow: { on: 'perhaps' } }, repeatHours: 6 } },
    });
    expect(await findAlertSettings(db())).toEqual({ ...first, repeatHours: 6 });
  });

  it('are changed by one admin at a time, and the log tells what without telling whose address', async () => {
    const other = await makePerson({ role: 'ADMIN' });
    const { mailIsConfigured: _, hasSecret: __, ...read } = await getAlertSettings(admin);
    const mine = { ...read, recipients: ['secret@example.org'], repeatHours: 2 };
    await setAlertSettings(other, mine);
    await expect(setAlertSettings(admin, { ...read, repeatHours: 3 })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await getAlertSettings(admin)).toMatchObject({ repeatHours: 2, version: 1 });
    const entries = await db().auditEntry.findMany({ where: { actorId: other.userId } });
    expect(entries).toMatchObject([
      {
        action: 'alerts.changed',
        subjectType: 'setting',
        subjectId: 'alerts',
        detail: { changed: 'repeatHours recipients' },
      },
    ]);
  });

  it('belong to admins', async () => {
    const merchant = { ...admin, role: 'MERCHANT' } as const;
    const refused = { code: 'forbidden' };
    await expect(getAlertSettings(merchant)).rejects.toMatchObject(refused);
    await expect(setAlertSettings(merchant, first)).rejects.toMatchObject(refused);
    await expect(renewAlertSecret(merchant)).rejects.toMatchObject(refused);
    await expect(tryAlerts(merchant, 'mail')).rejects.toMatchObject(refused);
  });
});

describe('a test', () => {
  it('says what came back', async () => {
    withMailServer();
    await setUp({ recipients: ['one@example.org'], webhook });
    expect(await tryAlerts(admin, 'mail')).toEqual({
      results: [{ to: 'one@example.org', ok: true, said: 'The mail server has taken it.' }],
    });
    expect(sink.mails[0]).toContain('Nothing is wrong');
    status = 403;
    expect(await tryAlerts(admin, 'webhook')).toEqual({
      results: [{ to: webhook, ok: false, said: 'HTTP 403: noted' }],
    });
    await setUp({ webhook: 'http://127.0.0.1:80/' });
    const { results } = await tryAlerts(admin, 'webhook');
    expect(results).toMatchObject([
      { ok: false, said: expect.stringContaining('private network') },
    ]);
  });
});
