import type { Metadata } from 'next';
import Link from 'next/link';
import { AccountPage } from '#components/account/account-page.tsx';
import { OtherWaysIn } from '#components/account/other-ways-in.tsx';
import { safeReturn } from '#components/account/safe-return.ts';
import { SignUpForm } from '#components/account/sign-up-form.tsx';
import { signInMethods } from '#lib/server/auth/options.ts';

export const metadata: Metadata = { title: 'Create an account' };

interface SignUpPageProps {
  searchParams: Promise<{ callbackUrl?: string | string[] }>;
}

export default async function SignUpPage({ searchParams }: SignUpPageProps) {
  const returnTo = safeReturn((await searchParams).callbackUrl, '/looks');
  return (
    <AccountPage
      title="Create an account"
      lead={
        <>
          The looks and photos of this browser move along. Have one already?{' '}
          <Link href="/sign-in" className="text-link text-ink">
            Sign in
          </Link>
        </>
      }
    >
      <SignUpForm returnTo={returnTo} />
      <OtherWaysIn methods={signInMethods()} returnTo={returnTo} />
    </AccountPage>
  );
}
