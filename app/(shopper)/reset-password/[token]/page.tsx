import type { Metadata } from 'next';
import { AccountPage } from '#components/account/account-page.tsx';
import { LinkOver } from '#components/account/link-over.tsx';
import { ResetForm } from '#components/account/reset-form.tsx';
import { hasResetLink } from '#lib/server/use-cases/get-account-link.ts';
import { resetWords as words } from '#lib/words/account-room.ts';

export const metadata: Metadata = {
  title: words.title,
  robots: { index: false },
  // The address is the key.
  referrer: 'no-referrer',
};

interface Props {
  params: Promise<{ token: string }>;
}

/** Where the link of a forgotten password leads. Opening it changes nothing: mail programs do, too. */
export default async function ResetPasswordPage({ params }: Props) {
  const { token } = await params;
  if (!(await hasResetLink(token))) return <LinkOver words={words} next="/forgot-password" />;
  return (
    <AccountPage title={words.title} lead={words.lead}>
      <ResetForm token={token} />
    </AccountPage>
  );
}
