import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AccountPage } from '#components/account/account-page.tsx';
import { ForgotForm } from '#components/account/forgot-form.tsx';
import { signInMethods } from '#lib/server/auth/options.ts';
import { forgotWords as words } from '#lib/words/account-room.ts';

export const metadata: Metadata = { title: words.title, robots: { index: false } };

export default function ForgotPasswordPage() {
  if (!signInMethods().email) notFound();
  return (
    <AccountPage title={words.title} lead={words.lead}>
      <ForgotForm />
      <Link href="/sign-in" className="text-link justify-self-start text-ink">
        {words.back}
      </Link>
    </AccountPage>
  );
}
