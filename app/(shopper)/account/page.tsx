import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountSection } from '#components/account/account-section.tsx';
import { EmailForm } from '#components/account/email-form.tsx';
import { NameForm } from '#components/account/name-form.tsx';
import { PasswordForm } from '#components/account/password-form.tsx';
import { SignOutEverywhere } from '#components/account/sign-out-everywhere.tsx';
import { WaysIn } from '#components/account/ways-in.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { currentActor } from '#lib/server/auth/current-actor.ts';
import { signInMethods } from '#lib/server/auth/options.ts';
import { getWaysIn } from '#lib/server/use-cases/get-ways-in.ts';
import { accountRoomWords as words } from '#lib/words/account-room.ts';

export const metadata: Metadata = { title: words.title, robots: { index: false } };

export default async function AccountRoom() {
  const actor = await currentActor();
  if (!actor || actor.isGuest) redirect('/sign-up?callbackUrl=%2Faccount');
  const { hasPassword, providers } = await getWaysIn(actor);
  const byMail = signInMethods().email;
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <AccountSection title={words.name.title}>
        <NameForm name={actor.name} />
      </AccountSection>
      <AccountSection title={words.email.title}>
        <p className="break-words text-ink-soft">
          {actor.email ? words.email.now(actor.email) : words.email.none}
        </p>
        {byMail ? (
          <EmailForm hasPassword={hasPassword} />
        ) : (
          <p className="text-sm text-ink-soft">{words.email.fixed}</p>
        )}
      </AccountSection>
      <AccountSection title={words.password.title}>
        {!hasPassword && <p className="text-ink-soft">{words.password.none}</p>}
        <PasswordForm hasPassword={hasPassword} email={actor.email} />
      </AccountSection>
      <AccountSection title={words.ways.title}>
        <WaysIn hasPassword={hasPassword} providers={providers} byMail={byMail} />
      </AccountSection>
      <AccountSection title={words.everywhere.title}>
        <p className="text-ink-soft">{words.everywhere.text}</p>
        <SignOutEverywhere />
      </AccountSection>
      <AccountSection title={words.close.title}>
        <p className="text-ink-soft">{words.close.text}</p>
        <LinkButton href="/account/data" variant="secondary">
          {words.close.link}
        </LinkButton>
      </AccountSection>
    </>
  );
}
