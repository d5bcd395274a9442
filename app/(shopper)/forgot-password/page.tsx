import type { Metadata } from 'next';
import Link from 'next/link';
import { AccountPage } from '#components/account/account-page.tsx';
import { ForgotForm } from '#components/account/forgot-form.tsx';
import { signInMethods } from '#lib/server/auth/options.ts';
import { forgotWords as words } from '#lib/words/account-room.ts';

export const metadata: Metadata = { title: words.title, robots: { index: false } };

export default function ForgotPasswordPage() {
  const mails = signInMethods().email;
  return (
    <AccountPage title={words.title} lead={mails ? words.lead : words.noMail}>
      {mails && <ForgotForm />}
      <Link href="/sign-in" className="text-link justify-self-start text-ink">
        {words.back}
      </Link>
    </AccountPage>
  );
}
