import { afterAll, beforeAll, vi } from 'vitest';
import { mailAccountLinkTask, mailAccountNoticeTask } from '#lib/server/background/mail-account.ts';
import { runTasks } from '#lib/server/background/run-tasks.ts';
import { env } from '#lib/server/env.ts';
import { startSmtpSink } from './smtp-sink.ts';

/** Mail is set up for all tests of the file, and goes to a sink of their own. */
export function receiveMails() {
  let mails: string[] = [];
  let close = async () => {};
  beforeAll(async () => {
    const sink = await startSmtpSink();
    Object.assign(env(), { SMTP_URL: sink.url });
    const runner = runTasks([mailAccountLinkTask, mailAccountNoticeTask]);
    mails = sink.mails;
    close = async () => {
      await runner.stop(1_000);
      Object.assign(env(), { SMTP_URL: undefined });
      await sink.close();
    };
  });
  afterAll(() => close());

  /** What has come to an address, when there are as many; the newest last. */
  const mailsTo = async (to: string, count = 1): Promise<string[]> => {
    const theirs = () => mails.filter((mail) => mail.includes(`To: ${to}`)).map(readable);
    await vi.waitFor(() => expectCount(theirs(), count), { timeout: 20_000, interval: 50 });
    return theirs();
  };

  /** The token at the end of the newest mail's link to a page. */
  const tokenTo = async (to: string, page: string, count = 1): Promise<string> => {
    const mail = (await mailsTo(to, count)).at(-1) ?? '';
    return new RegExp(`${page}/([\\w-]+)`).exec(mail)?.[1] ?? `No link in: ${mail}`;
  };

  return { mailsTo, tokenTo };
}

function expectCount(mails: string[], count: number): void {
  if (mails.length !== count) throw new Error(`There are ${mails.length} mails, not ${count}.`);
}

/** Without the line breaks of quoted-printable. */
const readable = (mail: string) => mail.replace(/=\r\n/g, '').replace(/=3D/g, '=');
