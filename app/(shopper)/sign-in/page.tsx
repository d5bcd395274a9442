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
import { linkProblem, signInWords as words } from '#lib/words/account.ts';
import { resetWords } from '#lib/words/account-room.ts';

export const metadata: Metadata = { title: words.title };

interface SignInPageProps {
  searchParams: Promise<
    Record<'callbackUrl' | 'error' | 'sent' | 'reset', string | string[] | undefined>
  >;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error, sent, reset } = await searchParams;
  const returnTo = safeReturn(callbackUrl, '/sign-in/done');
  const methods = signInMethods();
  const [beforeLink, afterLink] = words.lead;
  return (
    <AccountPage
      title={words.title}
      lead={
        <>
          {beforeLink}
          <Link href="/sign-up" className="text-link text-ink">
            {words.signUpLink}
          </Link>
          {afterLink}
        </>
      }
    >
      {sent && (
        <Notice kind="success" title={words.mailSent}>
          {words.mailSentText}
        </Notice>
      )}
      {error && <Notice kind="danger">{linkProblem(error)}</Notice>}
      {reset && <Notice kind="success">{resetWords.done}</Notice>}
      <SignInForm returnTo={returnTo} forgot={methods.email} />
      <OtherWaysIn methods={methods} returnTo={returnTo} />
      {providerIsSandbox() && <DemoSignIns />}
    </AccountPage>
  );
}
