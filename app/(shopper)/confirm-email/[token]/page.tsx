import type { Metadata } from 'next';
import { AccountPage } from '#components/account/account-page.tsx';
import { ConfirmEmailForm } from '#components/account/confirm-email-form.tsx';
import { LinkOver } from '#components/account/link-over.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { currentActor } from '#lib/server/auth/current-actor.ts';
import { getEmailChange } from '#lib/server/use-cases/get-account-link.ts';
import { confirmEmailWords as words } from '#lib/words/account-room.ts';

export const metadata: Metadata = {
  title: words.title,
  robots: { index: false },
  // The address is the key.
  referrer: 'no-referrer',
};

interface Props {
  params: Promise<{ token: string }>;
}

/** Where the link to a new email address leads. It takes the account's session as well. */
export default async function ConfirmEmailPage({ params }: Props) {
  const { token } = await params;
  const change = await getEmailChange(await currentActor(), token);
  if (!change) return <LinkOver words={words} next="/account" />;
  if (!change.isOwn) {
    const back = encodeURIComponent(`/confirm-email/${token}`);
    return (
      <AccountPage title={words.title} lead={words.other}>
        <LinkButton href={`/sign-in?callbackUrl=${back}`} size="large" wide>
          {words.signIn}
        </LinkButton>
      </AccountPage>
    );
  }
  return (
    <AccountPage title={words.title} lead={words.lead(change.email)}>
      <ConfirmEmailForm token={token} />
    </AccountPage>
  );
}
