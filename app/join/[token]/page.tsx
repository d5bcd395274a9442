import '../../office.css';

import type { Metadata } from 'next';
import { AcceptInvitation } from '#components/merchant/team/accept-invitation.tsx';
import { roleWords } from '#components/merchant/team/role-words.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { currentActor } from '#lib/server/auth/current-actor.ts';
import { getInvitation } from '#lib/server/use-cases/get-invitation.ts';

export const metadata: Metadata = {
  title: 'Invitation',
  robots: { index: false },
  // The address is the key.
  referrer: 'no-referrer',
};

interface Props {
  params: Promise<{ token: string }>;
}

/** Where an invitation to a shop's team leads. */
export default async function JoinPage({ params }: Props) {
  const { token } = await params;
  const invitation = await getInvitation(token);
  if (!invitation) {
    return (
      <div className="page-width py-12">
        <h1 className="sr-only">Invitation</h1>
        <EmptyState title="This invitation is over">
          It was used, taken back, or is older than seven days. Ask the shop for another one.
        </EmptyState>
      </div>
    );
  }
  const { shop, email, role } = invitation;
  const actor = await currentActor();
  const isMeant = actor !== null && !actor.isGuest && actor.email?.toLowerCase() === email;
  const words = roleWords.find((one) => one.role === role);
  return (
    <div className="page-width py-12">
      <h1 className="sr-only">Invitation to {shop.name}</h1>
      <EmptyState
        title={`${shop.name} invites you`}
        action={
          isMeant ? (
            <AcceptInvitation token={token} shop={shop.name} />
          ) : (
            <SignInFirst path={`/join/${token}`} />
          )
        }
      >
        <p>
          You would join the team as {words?.name.toLowerCase()}: {words?.may}
        </p>
        {!isMeant && (
          <p className="mt-2">
            The invitation is for <strong className="font-medium text-ink">{email}</strong>.
            {actor?.email && !actor.isGuest && ` You are signed in as ${actor.email}.`}
          </p>
        )}
      </EmptyState>
    </div>
  );
}

function SignInFirst({ path }: { path: string }) {
  const back = `?callbackUrl=${encodeURIComponent(path)}`;
  return (
    <>
      <LinkButton href={`/sign-in${back}`}>Sign in as that account</LinkButton>
      <LinkButton href={`/sign-up${back}`} variant="secondary">
        Create it
      </LinkButton>
    </>
  );
}
