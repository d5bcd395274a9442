import 'server-only';
import { publicUrl } from '#lib/server/http/public-url.ts';
import { sendMail } from '#lib/server/mail/send-mail.ts';
import { emailChangedMail, passwordChangedMail } from '#lib/words/account-mails.ts';

export type AccountNotice = 'password' | 'email';

/** Tells whoever has the address what was changed about the account. */
export async function mailAccountNotice(about: AccountNotice, to: string): Promise<void> {
  const mail =
    about === 'password' ? passwordChangedMail(publicUrl('/forgot-password')) : emailChangedMail();
  await sendMail({ to, ...mail });
}
