import type { Metadata } from 'next';
import Link from 'next/link';
import { AccountPage } from '#components/account/account-page.tsx';
import { DemoSignIns } from '#components/account/demo-sign-ins.tsx';
import { OtherWaysIn } from '#components/account/other-ways-in.tsx';
import { safeReturn } from '#components/account/safe-return.ts';
import { SignInForm } from '#components/account/sign-in-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { signInMethods } from '#lib/server/auth/options.ts';
import { providerIsSandbox } from '#lib/server/provider.ts';

export const metadata: Metadata = { title: 'Sign in' };

interface SignInPageProps {
  searchParams: Promise<Record<'callbackUrl' | 'error' | 'sent', string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error, sent } = await searchParams;
  const returnTo = safeReturn(callbackUrl);
  return (
    <AccountPage
      title="Sign in"
      lead={
        <>
          New here?{' '}
          <Link href="/sign-up" className="text-link text-ink">
            Create an account
          </Link>
          , or go on as a guest.
        </>
      }
    >
      {sent && (
        <Notice kind="success" title="Look into your mail">
          If the address is right, a link to sign in is on its way.
        </Notice>
      )}
      {error && (
        <Notice kind="danger">
          Signing in did not work. A link from a mail works only once and not for long: ask for a
          new one, or use your password.
        </Notice>
      )}
      <SignInForm returnTo={returnTo} />
      <OtherWaysIn methods={signInMethods()} returnTo={returnTo} />
      {providerIsSandbox() && <DemoSignIns />}
    </AccountPage>
  );
}
