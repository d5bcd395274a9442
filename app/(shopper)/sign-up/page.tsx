import type { Metadata } from 'next';
import Link from 'next/link';
import { AccountPage } from '#components/account/account-page.tsx';
import { OtherWaysIn } from '#components/account/other-ways-in.tsx';
import { safeReturn } from '#components/account/safe-return.ts';
import { SignUpForm } from '#components/account/sign-up-form.tsx';
import { signInMethods } from '#lib/server/auth/options.ts';
import { signUpWords as words } from '#lib/words/account.ts';

export const metadata: Metadata = { title: words.title };

interface SignUpPageProps {
  searchParams: Promise<{ callbackUrl?: string | string[] }>;
}

export default async function SignUpPage({ searchParams }: SignUpPageProps) {
  const returnTo = safeReturn((await searchParams).callbackUrl, '/looks');
  return (
    <AccountPage
      title={words.title}
      lead={
        <>
          {words.lead}
          <Link href="/sign-in" className="text-link text-ink">
            {words.signInLink}
          </Link>
        </>
      }
    >
      <SignUpForm returnTo={returnTo} />
      <OtherWaysIn methods={signInMethods()} returnTo={returnTo} />
    </AccountPage>
  );
}
