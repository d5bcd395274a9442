import type { Metadata } from 'next';
import { AccountPage } from '#components/account/account-page.tsx';
import { ConfirmAccountForm } from '#components/account/confirm-account-form.tsx';
import { LinkOver } from '#components/account/link-over.tsx';
import { currentActor } from '#lib/server/auth/current-actor.ts';
import { getRegistration } from '#lib/server/use-cases/get-account-link.ts';
import { confirmWords as words } from '#lib/words/account-room.ts';

export const metadata: Metadata = {
  title: words.title,
  robots: { index: false },
  // The address is the key.
  referrer: 'no-referrer',
};

interface Props {
  params: Promise<{ token: string }>;
}

/** Where the link to create an account leads. Opening it creates nothing: mail programs do, too. */
export default async function ConfirmAccountPage({ params }: Props) {
  const { token } = await params;
  const asked = await getRegistration(await currentActor(), token);
  if (!asked) return <LinkOver words={words} next="/sign-up" />;
  return (
    <AccountPage title={words.title} lead={words.lead(asked.email)}>
      <ConfirmAccountForm token={token} asksPassword={asked.asksPassword} />
    </AccountPage>
  );
}
