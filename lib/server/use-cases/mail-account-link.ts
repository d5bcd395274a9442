import 'server-only';
import { db } from '#lib/server/db.ts';
import { publicUrl } from '#lib/server/http/public-url.ts';
import { sendMail } from '#lib/server/mail/send-mail.ts';
import {
  drawToken,
  findTokenById,
  type TokenRow,
  takeToken,
} from '#lib/server/repositories/account-tokens.ts';
import { findByEmail } from '#lib/server/repositories/credentials.ts';
import {
  addressTakenMail,
  changeEmailMail,
  registeredAlreadyMail,
  registerMail,
  resetMail,
} from '#lib/words/account-mails.ts';

const signIn = () => publicUrl('/sign-in');
const forgot = () => publicUrl('/forgot-password');

/**
 * Writes the mail that somebody asked for, who is not told whether the address has an account: here, where
 * nobody waits for the answer, it is looked at.
 */
export async function mailAccountLink(tokenId: string, now = new Date()): Promise<void> {
  const row = await findTokenById(db(), tokenId, now);
  if (!row) return;
  const owner = await findByEmail(db(), row.email);
  switch (row.kind) {
    case 'register':
      return owner
        ? mailInstead(row, registeredAlreadyMail(signIn(), forgot()))
        : mailLink(row, '/sign-up', registerMail);
    case 'email':
      return owner
        ? mailInstead(row, addressTakenMail(signIn()))
        : mailLink(row, '/confirm-email', changeEmailMail);
    case 'reset':
      if (owner && !owner.suspendedAt && !owner.closedAt) {
        return mailLink({ ...row, userId: owner.id }, '/reset-password', resetMail);
      }
      await takeToken(db(), row.id);
  }
}

async function mailLink(
  { id, email, userId }: TokenRow,
  page: string,
  mail: (link: string) => { subject: string; text: string },
): Promise<void> {
  const token = await drawToken(db(), id, userId ?? undefined);
  if (token) await sendMail({ to: email, ...mail(publicUrl(`${page}/${token}`)) });
}

async function mailInstead(
  { id, email }: TokenRow,
  mail: { subject: string; text: string },
): Promise<void> {
  await sendMail({ to: email, ...mail });
  await takeToken(db(), id);
}
