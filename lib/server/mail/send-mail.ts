import 'server-only';
import { createTransport, type Transporter } from 'nodemailer';
import { env } from '#lib/server/env.ts';

/** The mail server that sign-in links go through as well. */
let transport: Transporter | undefined;

export const mailIsConfigured = (): boolean => Boolean(env().SMTP_URL);

/** @throws when the server takes it not, and when none is configured. */
export async function sendMail(mail: { to: string; subject: string; text: string }): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) throw new Error('There is no SMTP_URL to send mail through.');
  transport ??= createTransport(SMTP_URL);
  await transport.sendMail({ from: MAIL_FROM, ...mail });
}
